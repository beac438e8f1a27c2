import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { allHealthChecks, type HealthCheck } from '#shared/domain/vocabulary/health.ts';
import { en } from '#shared/locale/index.ts';
import { fillUnhealthy, recountHealth } from '#tests/support/health/health-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

const ofBuyers: readonly HealthCheck[] = ['noName', 'noPhone', 'noEmail', 'noCity', 'noBirthday'];

async function openHealth() {
  let recount: ReturnType<typeof recountHealth> | null = null;
  const made = await tempShop((raw) => {
    fillUnhealthy(raw);
    finishShop(raw);
    recount = recountHealth(raw);
  });
  if (recount === null) throw new Error('not filled');
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const rendered = renderApp(made.app, '/customers/health');
  await screen.findByRole('heading', { level: 1, name: 'Data health' });
  await screen.findByRole('region', { name: 'Missing' });
  return { ...rendered, recount: recount as ReturnType<typeof recountHealth> };
}

/** The line of a check, by what its button or its sentence says. */
function lineOf(check: HealthCheck): HTMLElement {
  const what = en.customers.health.some[`${check}_other`];
  const [, behind = ''] = what.split('{{of}} ');
  const start = behind.split(' (')[0] ?? '';
  const lines = screen.getAllByRole('listitem');
  const found = lines.find((line) => line.textContent?.includes(start));
  if (found === undefined) throw new Error(`no line of ${check}: ${start}`);
  return found;
}

test('each sentence says what the rows say, and its link opens exactly those', async () => {
  const { user, recount } = await openHealth();
  for (const check of allHealthChecks) {
    const text = lineOf(check).textContent ?? '';
    const of = ofBuyers.includes(check) ? recount.bought : recount.customers;
    const numbers = [...text.matchAll(/\d[\d,]*/g)].map(([number]) =>
      Number(number.replaceAll(',', '')),
    );
    expect(numbers.slice(0, 2), check).toEqual([recount.found[check].length, of]);
  }
  await user.click(within(lineOf('noPhone')).getByRole('link', { name: 'See who' }));
  const filter = await screen.findByRole('button', { name: /No phone/ });
  expect(filter).toBeTruthy();
  const count = recount.found.noPhone.length;
  expect(await screen.findByText(new RegExp(`^${count} customers`))).toBeTruthy();
});

test('those without a name are put right one after the other, and the figure follows', async () => {
  const { user, recount } = await openHealth();
  const before = recount.found.noName.length;
  const button = within(lineOf('noName')).getByRole('button');
  await user.click(button);
  const first = await screen.findByRole('dialog', { name: 'Edit the details' });
  expect(within(first).getByText(`No name. 1 of ${before}`)).toBeTruthy();
  await user.type(within(first).getByLabelText('Name'), 'Ratna Kusuma');
  await user.click(within(first).getByRole('button', { name: 'Save' }));
  await screen.findByText(`No name. 2 of ${before}`);
  await user.click(screen.getByRole('button', { name: 'Next one' }));
  await screen.findByText(`No name. 3 of ${before}`);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => {
    expect(lineOf('noName').textContent).toContain(`${before - 1} of ${recount.bought} `);
  });
});
