import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import type { Output } from '#shared/contract/index.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { en } from '#shared/locale/index.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const words = en.guarantee;

async function ask<T>(app: Application, channel: string, input: unknown): Promise<T> {
  const result = await app.dispatch({ channel, input, callId: 't' });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value as T;
}

/** A grinder that was sold to Ratna so that a year's guarantee ends in ten days. */
async function shop(): Promise<Application> {
  const folder = tempFolder();
  const first = await startTestApplication({}, folder);
  const { today } = await ask<Output<'settings.get'>>(first, 'settings.get', {});
  await first.close();
  const { raw, close } = openConnection(`${folder}/langgan.db`);
  const customerId = addCustomer(raw, { name: 'Ratna Kusuma', phones: ['+6281255500137'] });
  const soldOn = addMonths(addDays(today, 10), -12);
  addLine(
    raw,
    addSale(raw, { customerId, soldOn, revenueMinor: 1, number: 'N-7' }),
    'Gilingan tangan',
    1,
  );
  finishShop(raw);
  await close();
  const app = await startTestApplication({}, folder);
  const settings = { shopName: 'Sekar Pagi', language: 'en', country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', settings);
  return app;
}

async function card(name: string): Promise<ReturnType<typeof within>> {
  return within(await screen.findByRole('region', { name: new RegExp(name) }));
}

describe('the guarantee page', () => {
  test('an empty shop is told what belongs here', async () => {
    const app = await shop();
    renderApp(app, '/complaints/guarantee');
    expect(await screen.findByText(words.claims.none.open)).toBeTruthy();
    expect(await screen.findByText(words.policies.none)).toBeTruthy();
    expect(await screen.findByText(words.ending.nothing)).toBeTruthy();
  });

  test('a promise is written with a check of its words, and read as the buyer reads it', async () => {
    const app = await shop();
    const { user } = renderApp(app, '/complaints/guarantee');
    await user.type(await screen.findByRole('textbox', { name: words.policies.search }), 'giling');
    await user.click(
      await screen.findByRole('button', { name: 'Give Gilingan tangan a guarantee' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Guarantee of Gilingan tangan' }),
    );
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText(words.policy.coversMissing)).toBeTruthy();
    const covers = dialog.getByRole('textbox', { name: words.policy.covers });
    await user.type(covers, 'The motor, pursuant to our rules');
    expect(dialog.getByText('“pursuant to” → under')).toBeTruthy();
    expect(dialog.getByText(words.plain.part.excludes)).toBeTruthy();
    await user.clear(covers);
    await user.type(covers, 'The motor');
    await user.type(dialog.getByRole('textbox', { name: words.policy.excludes }), 'Drops');
    await user.type(
      dialog.getByRole('textbox', { name: words.policy.howToClaim }),
      'Bring the receipt',
    );
    expect(dialog.getByText(words.plain.good)).toBeTruthy();
    expect(dialog.getByText('Guaranteed for 12 months from the day of purchase.')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const promises = await card(words.policies.title);
    expect(await promises.findByText('12 months')).toBeTruthy();
  });

  test('what ends soon is planned for with one click', async () => {
    const app = await shop();
    await ask(app, 'guarantee.savePolicy', {
      id: null,
      policy: { productId: 1, months: 12, covers: 'Motor.' },
    });
    const { user } = renderApp(app, '/complaints/guarantee');
    const button = await screen.findByRole('button', {
      name: 'Contact Ratna Kusuma again about Gilingan tangan',
    });
    await user.click(button);
    expect(await screen.findByText(words.ending.planned)).toBeTruthy();
    const open = await ask<Output<'followUps.ofCustomer'>>(app, 'followUps.ofCustomer', {
      customerId: 1,
    });
    expect(open).toMatchObject([{ cause: 'guarantee' }]);
  });

  test('a claim is finished with what it came to', async () => {
    const app = await shop();
    const input = {
      customerId: 1,
      saleLineId: 1,
      problem: 'Dead',
      verdict: 'goodwill',
      remedy: 'repair',
    };
    await ask(app, 'guarantee.claim', input);
    const { user } = renderApp(app, '/complaints/guarantee');
    await user.click(await screen.findByRole('button', { name: /^Finish claim G-\d{4}-001$/ }));
    const dialog = within(await screen.findByRole('dialog', { name: /G-\d{4}-001/ }));
    await user.type(dialog.getByRole('textbox', { name: words.how.cost }), '25rb{Enter}');
    expect(await screen.findByText(words.claims.none.open)).toBeTruthy();
    const { rows } = await ask<Output<'guarantee.claims'>>(app, 'guarantee.claims', {
      only: 'all',
    });
    expect(rows).toMatchObject([{ costMinor: 2_500_000 }]);
  });
});
