import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { contract } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

type Channel = 'insights.predicted' | 'insights.backtest' | 'insights.outlook' | 'insights.worth';

async function ask<N extends Channel>(
  app: Application,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return contract[channel].output.parse(answer.value) as Output<N>;
}

async function sampleShop(): Promise<Application> {
  const app = await startTestApplication();
  await app.dispatch({ channel: 'sample.open', input: {}, callId: 'open' });
  await app.dispatch({ channel: 'settings.update', input: { language: 'en' }, callId: 'language' });
  return app;
}

function card(question: string): HTMLElement {
  const section = screen.getByText(question).closest('section');
  if (section === null) throw new Error(`no card asks: ${question}`);
  return section;
}

/** Rupiah of the sample shop as they are written in English. */
function rupiah(minor: number): string {
  return `IDR ${Math.round(minor / 100).toLocaleString('en')}`;
}

/** To the round step, 1, 2 or 5 with zeros, that goes into the range ten times or more but not twenty-five. */
function known(value: number, { low, high }: { low: number; high: number }): string {
  const steps = [1, 2, 5].flatMap((first) =>
    Array.from({ length: 16 }, (_, zeros) => first * 10 ** zeros),
  );
  const step = Math.max(100, ...steps.filter((one) => one <= (high - low) / 10));
  return rupiah(Math.round(value / step) * step);
}

function plain(element: HTMLElement): string {
  return (element.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('Rp ', 'IDR ');
}

/** Whether words for a chance are true of it: `about 6 in 10`, `more than 19 in 20`, `fewer than 1 in 20`. */
function isTrueOf(words: string, chance: number): boolean {
  const [, kind, count, of] = /(about|more than|fewer than) (\d+) in (\d+)/.exec(words) ?? [];
  const part = Number(count) / Number(of);
  if (kind === 'about') return Math.abs(part - chance) <= 0.5 / Number(of) + 1e-9;
  return kind === 'more than' ? chance > part : chance < part;
}

test('what is expected stands beside what was and what the formula says, each in its place', async () => {
  const app = await sampleShop();
  const predicted = await ask(app, 'insights.predicted', {});
  const worth = await ask(app, 'insights.worth', {});
  const { total, basis, historicMinor, customers } = predicted;
  if (total === null || basis.kind === 'thin') throw new Error('the sample shop has enough');
  renderApp(app, '/insights');
  await screen.findByText('What will your customers still bring?');
  const whole = card('What will your customers still bring?');
  const { mean, low, high } = total.money;
  const [about, from, to] = [mean, low, high].map((value) => known(value, total.money));
  const finding = within(whole).getByRole('heading', { level: 2 });
  expect(plain(finding)).toBe(
    `In the next ${basis.months} months about ${about} is expected, between ${from} and ${to}`,
  );
  const terms = within(whole).getAllByRole('term').map(plain);
  const figures = within(whole).getAllByRole('definition').map(plain);
  expect(terms).toEqual(['Historic', 'Formula', 'Predicted']);
  expect(figures[0]?.startsWith(rupiah(historicMinor))).toBe(true);
  expect(figures[1]?.startsWith(rupiah(worth.totalMinor))).toBe(true);
  expect(figures[2]?.startsWith(`${about}revenue, ${from} to ${to}`)).toBe(true);
  const words = plain(whole);
  const { buyersSoon: soon } = total;
  expect(words).toContain(
    `About ${Math.round(soon.mean)} of ${customers} customers are expected to buy within three months, ` +
      `${Math.round(soon.low)} to ${Math.round(soon.high)} of them.`,
  );
  expect(words).toContain('They are not added up.');
  const share = (worth.assumption.marginPercent ?? 0) / 100;
  const left = { low: low * share, high: high * share };
  expect(words).toContain(
    `At your margin of ${share * 100}% about ${known(mean * share, left)} of it is left ` +
      `(${known(low * share, left)} to ${known(high * share, left)}).`,
  );
});

test('those most is expected of are listed with chance and range, and lead to their page', async () => {
  const app = await sampleShop();
  const { top, total } = await ask(app, 'insights.predicted', {});
  const { user, addresses } = renderApp(app, '/insights');
  await screen.findByText('Whom is most expected of?');
  const best = within(card('Whom is most expected of?'));
  const part = top.reduce((sum, one) => sum + one.money.mean, 0) / (total?.money.mean ?? 1);
  expect(plain(best.getByRole('heading', { level: 2 }))).toBe(
    `The ${top.length} best customers bring ${Math.round(part * 100)}% of what is expected`,
  );
  const rows = within(best.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(top.length);
  for (const [index, row] of rows.entries()) {
    const one = top[index];
    if (one === undefined) continue;
    const cells = [...row.children].map((cell) => plain(cell as HTMLElement));
    expect(cells[0]).toBe(one.name);
    expect(isTrueOf(cells[1] ?? '', one.chance), `${cells[1]} of ${one.chance}`).toBe(true);
    const [mean, low, high] = [one.money.mean, one.money.low, one.money.high].map((value) =>
      known(value, one.money),
    );
    expect(cells[2]).toBe(`${mean}${low} to ${high}`);
  }
  await user.click(best.getByRole('link', { name: top[0]?.name ?? '' }));
  expect(addresses.at(-1)).toBe(`/customers/${top[0]?.id}`);
});

test('a customer has the chance in words, the expected value with its range, and a place', async () => {
  const app = await sampleShop();
  const { top } = await ask(app, 'insights.predicted', {});
  const id = top[1]?.id as CustomerId;
  const { outlook, customers, basis } = await ask(app, 'insights.outlook', { customerId: id });
  if (outlook === null || basis.kind === 'thin') throw new Error('the sample shop has enough');
  const { user } = renderApp(app, `/customers/${id}`);
  const figure = await screen.findByRole('button', { name: /^Predicted/ });
  const [about, from, to] = [outlook.money.mean, outlook.money.low, outlook.money.high].map(
    (value) => known(value, outlook.money),
  );
  const said = plain(figure);
  expect(said).toContain(`Predicted${about}`);
  expect(said).toContain('to buy within three months');
  expect(isTrueOf(said, outlook.chance), `${said} of ${outlook.chance}`).toBe(true);
  expect(said).toContain(`${from} to ${to} in the next ${basis.months} months`);
  expect(outlook.rank).toBe(2);
  expect(said).toContain(`Number 2 of ${customers} by what is expected`);
  await user.click(figure);
  const dialog = within(await screen.findByRole('dialog', { name: 'What is still expected' }));
  expect(dialog.getByText(/^Method: /)).toBeTruthy();
  expect(dialog.getByText('Buys within three months')).toBeTruthy();
});

test('the past page names the method that is used, and the table behind adds up to what came', async () => {
  const app = await sampleShop();
  const past = await ask(app, 'insights.backtest', {});
  const { basis, origins } = past;
  if (basis.kind === 'thin') throw new Error('the sample shop has enough');
  const { user } = renderApp(app, '/insights');
  await user.click(await screen.findByRole('link', { name: 'See how well it worked before' }));
  const question = 'Which method comes nearest to what happens?';
  await screen.findByText(question);
  const sums = (method: string) => {
    const all = origins.flatMap(({ results }) => results.filter((one) => one.method === method));
    const came = all.reduce((sum, one) => sum + one.purchases.actual, 0);
    return all.reduce((sum, one) => sum + one.purchases.expected, 0) / came;
  };
  const percent = `${Math.round(sums(basis.method) * 100)}%`;
  expect(plain(within(card(question)).getByRole('heading', { level: 2 }))).toContain(
    `it expected ${percent} of what then came`,
  );
  await user.click(within(card(question)).getByRole('button', { name: 'Show the table' }));
  const rows = within(card(question)).getAllByRole('row').slice(1);
  const cells = rows.map((row) => [...row.children].map((cell) => plain(cell as HTMLElement)));
  const methods = ['zero', 'naive', 'formula', 'silence', 'bg', 'model'];
  expect(cells).toHaveLength(methods.length + 1);
  for (const [index, method] of methods.entries()) {
    const wanted = origins.map(({ results }) => {
      const result = results.find((one) => one.method === method);
      return Math.round(result?.purchases.expected ?? -1).toLocaleString('en');
    });
    expect(cells[index]?.slice(1, -1)).toEqual(wanted);
    expect(cells[index]?.at(-1)).toBe(`${Math.round(sums(method) * 100)}%`);
    expect(cells[index]?.[0]?.includes('(used)')).toBe(method === basis.method);
  }
  expect(cells.at(-1)?.slice(1, -1)).toEqual(
    origins.map(({ results }) => (results[0]?.purchases.actual ?? 0).toLocaleString('en')),
  );
});
