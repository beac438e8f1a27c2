import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

const words = {
  en: {
    alike: (count: number) => (count === 1 ? '1 pair looks alike' : `${count} pairs look alike`),
    apart: (one: string, other: string) => `${one} and ${other} are not the same`,
    done: (one: string, other: string) =>
      `${one} and ${other} are not the same. They will not be offered again.`,
    toldApart: '2 pairs told apart',
    list: 'Not the same',
    pair: (one: string, other: string) => `${one} and ${other}`,
    again: (one: string, other: string) => `Offer ${one} and ${other} again`,
    againDone: (one: string, other: string) => `${one} and ${other} may be offered again.`,
    none: 'No products look alike any more.',
    undo: 'Undo',
  },
  id: {
    alike: (count: number) => `${count} pasang barang mirip`,
    apart: (one: string, other: string) => `${one} dan ${other} bukan barang yang sama`,
    done: (one: string, other: string) =>
      `${one} dan ${other} bukan barang yang sama. Pasangan ini tidak akan ditawarkan lagi.`,
    toldApart: '2 pasang barang berbeda',
    list: 'Bukan barang yang sama',
    pair: (one: string, other: string) => `${one} dan ${other}`,
    again: (one: string, other: string) => `Tawarkan lagi ${one} dan ${other}`,
    againDone: (one: string, other: string) => `${one} dan ${other} boleh ditawarkan lagi.`,
    none: 'Tidak ada lagi barang yang mirip.',
    undo: 'Urungkan',
  },
} as const;

const coffee = ['Kopi Gayo', 'Kopi Gajo'] as const;
const tea = ['Teh Melati', 'Teh Melatu'] as const;

test.each(['en', 'id'] as const)(
  'a pair that is not the same is told apart, and offered again from its list: %s',
  async (language) => {
    const say = words[language];
    const made = await tempShop();
    await made.ask('settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
    for (const name of [...coffee, ...tea]) await made.ask('products.create', { name });
    const { user } = renderApp(made.app, '/sales/products');
    const button = (name: string) => screen.findByRole('button', { name });
    await user.click(await button(say.alike(2)));
    await user.click(await button(say.apart(...coffee)));
    expect(await screen.findByText(say.done(...coffee))).toBeTruthy();
    const list = await screen.findByRole('region', { name: say.list });
    expect(within(list).getByText(say.pair(...coffee))).toBeTruthy();
    await user.click(screen.getByRole('button', { name: say.undo }));
    await user.click(await button(say.apart(...coffee)));
    await user.click(await button(say.apart(...tea)));
    expect(await screen.findByText(say.none)).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(await button(say.toldApart));
    await user.click(await button(say.again(...coffee)));
    expect(await screen.findByText(say.againDone(...coffee))).toBeTruthy();
    await button(say.apart(...coffee));
    await waitFor(async () =>
      expect((await made.ask('products.apart', {})).pairs).toMatchObject([
        { product: { name: tea[0] }, other: { name: tea[1] } },
      ]),
    );
  },
);
