import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import { useClaim } from '#renderer/state/claim.ts';
import type { Output } from '#shared/contract/index.ts';
import { en, id as indonesian } from '#shared/locale/index.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const texts = { id: indonesian.guarantee, en: en.guarantee };
type Language = keyof typeof texts;

async function ask<T>(app: Application, channel: string, input: unknown): Promise<T> {
  const result = await app.dispatch({ channel, input, callId: 't' });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value as T;
}

/** Ratna bought a grinder (guaranteed, far into the future) and coffee (not). */
async function shop(language: Language): Promise<Application> {
  const folder = tempFolder();
  const first = await startTestApplication({}, folder);
  await first.close();
  const { raw, close } = openConnection(`${folder}/langgan.db`);
  const ratna = addCustomer(raw, { name: 'Ratna Kusuma', phones: ['+6281255500137'] });
  addCustomer(raw, { name: 'Budi Santoso', phones: ['+6281377700042'] });
  const sale = addSale(raw, {
    customerId: ratna,
    soldOn: '2026-01-05',
    revenueMinor: 1,
    number: 'N-7',
  });
  addLine(raw, sale, 'Kopi Gayo', 1);
  addLine(raw, sale, 'Gilingan tangan', 1);
  finishShop(raw);
  await close();
  const app = await startTestApplication({}, folder);
  const settings = { shopName: 'Sekar Pagi', language, country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', settings);
  const policy = { productId: 2, months: 600, covers: 'Motor.' };
  await ask(app, 'guarantee.savePolicy', { id: null, policy });
  return app;
}

async function claims(app: Application): Promise<Output<'guarantee.claims'>['rows']> {
  return (await ask<Output<'guarantee.claims'>>(app, 'guarantee.claims', { only: 'all' })).rows;
}

afterEach(() => useClaim.getState().closeClaim());

async function begin(language: Language) {
  const app = await shop(language);
  const rendered = renderApp(app, '/complaints/guarantee');
  const words = texts[language];
  const [button] = await screen.findAllByRole('button', { name: words.newClaim });
  if (button === undefined) throw new Error('no button');
  button.focus();
  await rendered.user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: words.newClaim });
  return { app, ...rendered, dialog, words };
}

function currentStep(dialog: HTMLElement): string {
  return dialog.querySelector('[aria-current="step"]')?.textContent ?? '';
}

describe('a claim', () => {
  test.each(['id', 'en'] as const)(
    'is written down in three steps from a phone number, by keyboard alone (%s)',
    async (language) => {
      const { app, user, dialog, words, addresses } = await begin(language);
      const within1 = within(dialog);
      const phone = await within1.findByRole('combobox', { name: words.who.label });
      await waitFor(() => expect(document.activeElement).toBe(phone));
      expect(currentStep(dialog)).toBe(`1${words.step.who}`);
      await user.keyboard('0137{Enter}');

      const thing = await within1.findByRole('combobox', { name: words.thing.label });
      await waitFor(() => expect(document.activeElement).toBe(thing));
      expect(currentStep(dialog)).toBe(`2${words.step.thing}`);
      const options = await within1.findAllByRole('option');
      expect(options.map((option) => option.textContent)).toEqual([
        expect.stringMatching(/^Gilingan tangan.*2076/),
        expect.stringContaining(words.none),
      ]);
      expect(options[0]?.getAttribute('aria-selected')).toBe('true');
      await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');

      const problem = await within1.findByRole('textbox', { name: words.how.problem });
      await waitFor(() => expect(document.activeElement).toBe(problem));
      expect(currentStep(dialog)).toBe(`3${words.step.how}`);
      expect(
        within1.getByRole<HTMLInputElement>('radio', { name: words.verdict.covered }).checked,
      ).toBe(true);
      await user.keyboard('Tidak mau menyala{Control>}{Enter}{/Control}');

      expect(await within1.findByText(/G-\d{4}-001/, { selector: 'span' })).toBeTruthy();
      const tell = within1.getByRole('button', { name: /WhatsApp/ });
      await waitFor(() => expect(document.activeElement).toBe(tell));
      expect(dialog.querySelectorAll('ol > li')).toHaveLength(3);
      const [claim] = await claims(app);
      expect(claim).toMatchObject({
        customerName: 'Ratna Kusuma',
        product: 'Gilingan tangan',
        problem: 'Tidak mau menyala',
        verdict: 'covered',
        remedy: 'repair',
      });
      await user.click(within1.getByRole('button', { name: words.saved.complaint }));
      expect(addresses.at(-1)).toBe(`/complaints/${claim?.complaintId}`);
      expect(screen.queryByRole('dialog')).toBeNull();
    },
  );

  test('going back keeps what was typed and chosen', async () => {
    const { user, dialog, words } = await begin('en');
    const inside = within(dialog);
    await user.keyboard('ratna{Enter}');
    await inside.findAllByRole('option', { name: /Gilingan/ });
    await user.keyboard('gilingan{Enter}');
    await user.type(await inside.findByRole('textbox', { name: words.how.problem }), 'Dead');
    await user.keyboard('{Escape}');
    await inside.findByRole('combobox', { name: words.thing.label });
    await user.keyboard('{Escape}');
    const who = await inside.findByRole<HTMLInputElement>('combobox', { name: words.who.label });
    expect(who.value).toBe('ratna');
    await inside.findAllByRole('option', { name: /Ratna/ });
    await user.keyboard('{Enter}');
    await inside.findAllByRole('option', { name: /Gilingan/ });
    await user.keyboard('{Enter}');
    const problem = await inside.findByRole<HTMLTextAreaElement>('textbox', {
      name: words.how.problem,
    });
    expect(problem.value).toBe('Dead');
  });

  test('what has no guarantee is refused kindly, or helped as a kindness', async () => {
    const { app, user, dialog, words } = await begin('en');
    const inside = within(dialog);
    await user.keyboard('ratna{Enter}');
    await inside.findAllByRole('option', { name: /Kopi/ });
    await user.keyboard('kopi{Enter}');
    const problem = await inside.findByRole('textbox', { name: words.how.problem });
    expect(inside.queryByRole('radio', { name: words.verdict.covered })).toBeNull();
    expect(inside.getByText(words.how.refused.expired)).toBeTruthy();
    await user.click(inside.getByRole('radio', { name: words.verdict.goodwill }));
    await user.click(inside.getByRole('radio', { name: words.remedy.replace }));
    await user.type(inside.getByRole('textbox', { name: words.how.cost }), 'abc');
    await user.click(inside.getByRole('button', { name: words.how.save }));
    expect(inside.getByText(words.how.problemMissing)).toBeTruthy();
    expect(inside.getByText(words.how.costWrong)).toBeTruthy();
    await user.type(problem, 'Stale');
    await user.clear(inside.getByRole('textbox', { name: words.how.cost }));
    await user.type(inside.getByRole('textbox', { name: words.how.cost }), '90.000');
    await user.click(inside.getByRole('button', { name: words.how.save }));
    await inside.findByText(/G-\d{4}-001/, { selector: 'span' });
    expect(await claims(app)).toMatchObject([
      { verdict: 'goodwill', remedy: 'replace', costMinor: 9_000_000, endsOn: null },
    ]);
  });

  test('opened from a thing it begins with what is wrong', async () => {
    const app = await shop('en');
    renderApp(app, '/customers');
    await screen.findByRole('heading', { level: 1 });
    const lines = await ask<Output<'guarantee.ofCustomer'>>(app, 'guarantee.ofCustomer', {
      customerId: 1,
    });
    const [first] = lines;
    useClaim.getState().openClaim(1 as never, first?.saleLineId ?? 0);
    const dialog = await screen.findByRole('dialog', { name: texts.en.newClaim });
    expect(await within(dialog).findByRole('textbox', { name: texts.en.how.problem })).toBeTruthy();
    expect(within(dialog).getByText('Gilingan tangan')).toBeTruthy();
  });
});
