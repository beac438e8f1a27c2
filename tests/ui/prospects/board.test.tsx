import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { Stage } from '#shared/domain/vocabulary/prospects.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1100],
] as const)
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });

type Language = 'id' | 'en';

const people = ['Guesthouse Omah', 'Kantor Pajak', 'Hotel Embun'];
/** Figures that differ from each other, so that none can stand for another. */
const prospects = [
  { who: 1, title: 'Kopi tamu', worth: 60_000_000, chance: 20, step: -2, path: ['contact -9'] },
  { who: 2, title: 'Kopi rapat', worth: 90_000_000, chance: null, step: 4, path: ['contact -3'] },
  { who: 3, title: 'Kopi lobi', worth: null, chance: 70, step: null, path: ['contact -31'] },
  {
    who: 3,
    title: 'Sarapan',
    worth: 160_000_000,
    chance: 75,
    step: 0,
    path: ['contact -20', 'offer -7'],
  },
  { who: 1, title: 'Kelas', worth: 12_000_000, chance: 50, step: null, path: ['offer -6'] },
  {
    who: 2,
    title: 'Hampers',
    worth: 21_000_000,
    chance: 90,
    step: null,
    path: ['contact -40', 'need -35', 'won -10'],
  },
  {
    who: 1,
    title: 'Mesin',
    worth: 33_000_000,
    chance: 10,
    step: null,
    path: ['need -50', 'lost -5'],
  },
] as const;
type Prospect = (typeof prospects)[number];
const pathOf = ({ path }: Prospect) =>
  path.map((entry) => {
    const [stage = '', days = ''] = entry.split(' ');
    return { stage: stage as Stage, ago: -Number(days) };
  });
const stageOf = (one: Prospect) => pathOf(one).at(-1)?.stage;
const isOver = (one: Prospect) => ['won', 'lost'].includes(stageOf(one) ?? '');

async function shop(language: Language = 'en', isEmpty = false): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const name of people) addCustomer(raw, { name });
    for (const [index, one] of (isEmpty ? [] : prospects).entries()) {
      const stage = stageOf(one);
      raw
        .prepare(
          `INSERT INTO prospects (customer_id, title, stage, worth_minor, chance_percent,
             lost_reason, created_at) VALUES (?, ?, ?, ?, ?, ?, '2026-01-01T00:00:00.000Z')`,
        )
        .run(one.who, one.title, stage, one.worth, one.chance, stage === 'lost' ? 'price' : null);
      for (const { stage: entered, ago } of pathOf(one))
        raw
          .prepare(`INSERT INTO prospect_stages (prospect_id, stage, entered_at, entered_on)
            VALUES (?, ?, ?, ?)`)
          .run(index + 1, entered, `${addDays(today, -ago)}T03:00:00.000Z`, addDays(today, -ago));
      if (one.step !== null)
        raw
          .prepare(`INSERT INTO follow_ups (customer_id, prospect_id, cause, reason, first_due_on,
            due_on, created_at) VALUES (?, ?, 'own', 'Telepon', ?, ?, '')`)
          .run(one.who, index + 1, addDays(today, one.step), addDays(today, one.step));
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
  return made;
}

const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');
const tagOf = { id: 'id-ID', en: 'en-GB' } as const;
const short = (minor: number, language: Language) => {
  const [size, unit] =
    minor >= 100_000_000 ? [1e8, { id: 'jt', en: 'm' }] : [1e5, { id: 'rb', en: 'k' }];
  const value = new Intl.NumberFormat(tagOf[language], { maximumFractionDigits: 1 });
  return `Rp ${value.format(minor / size)}${language === 'id' ? ' ' : ''}${unit[language]}`;
};
const words = {
  id: {
    stages: {
      contact: 'Kontak pertama',
      need: 'Kebutuhan jelas',
      offer: 'Penawaran',
      won: 'Jadi',
      lost: 'Tidak jadi',
    },
    worth: (amount: string) => `Nilai ${amount}`,
    weighted: (amount: string) => `Kira-kira didapat ${amount}`,
    average: (days: string, count: number) =>
      `Rata-rata ${days} hari di sini (${count} kali pindah)`,
    none: 'Belum ada yang pindah dari sini',
    leftOut: (worth: number, chance: number) =>
      `Tidak ikut dijumlah: ${worth} tanpa nilai, ${chance} tanpa peluang`,
    year: (won: number, ended: number, days: number) =>
      `${won} dari ${ended} prospek yang selesai setahun ini jadi, rata-rata dalam ${days} hari`,
    overdue: (count: number) => `${count} lewat tanggal`,
    without: (count: number) => `${count} tanpa langkah berikut`,
    late: (days: number) => `Lewat ${days} hari`,
    days: (days: number) => `${days} hari di tahap ini`,
    board: 'Papan',
    moveTo: /^Pilihan untuk/,
  },
  en: {
    stages: {
      contact: 'First contact',
      need: 'Need known',
      offer: 'Offer',
      won: 'Won',
      lost: 'Lost',
    },
    worth: (amount: string) => `Worth ${amount}`,
    weighted: (amount: string) => `Likely to bring ${amount}`,
    average: (days: string, count: number) =>
      `${days} days here on average (${count} move${count === 1 ? '' : 's'})`,
    none: 'None has moved on from here yet',
    leftOut: (worth: number, chance: number) =>
      `Left out of the sums: ${worth} without a worth, ${chance} without a chance`,
    year: (won: number, ended: number, days: number) =>
      `${won} of ${ended} prospects that ended in the past year were won, in ${days} days on average`,
    overdue: (count: number) => `${count} overdue`,
    without: (count: number) => `${count} without a next step`,
    late: (days: number) => `${days} days overdue`,
    days: (days: number) => `${days} days in this stage`,
    board: 'Board',
    moveTo: /^Options for/,
  },
} as const;

const column = (name: string) => screen.findByRole('region', { name: new RegExp(`^${name} `) });
const card = (title: string) => screen.getByText(title).closest('li') as HTMLLIElement;
const linkOf = (title: string) => screen.getByText(title).closest('a') as HTMLAnchorElement;

test.each(['id', 'en'] as const)('the board says what its rows come to (%s)', async (language) => {
  const made = await shop(language);
  renderApp(made.app, '/sales/prospects');
  const say = words[language];
  for (const stage of ['contact', 'need', 'offer'] as const) {
    const text = said((await column(say.stages[stage])).textContent);
    const some = prospects.filter((one) => stageOf(one) === stage);
    const worth = some.reduce((sum, one) => sum + (one.worth ?? 0), 0);
    const weighted = some.reduce(
      (sum, one) => sum + ((one.worth ?? 0) * (one.chance ?? 0)) / 100,
      0,
    );
    const stays = prospects.flatMap((one) =>
      pathOf(one).flatMap((entry, index, path) => {
        const next = path[index + 1];
        return entry.stage === stage && next !== undefined ? [entry.ago - next.ago] : [];
      }),
    );
    expect(text).toContain(`${say.stages[stage]} ${some.length}`);
    if (worth > 0) {
      expect(text).toContain(say.worth(short(worth, language)));
      expect(text).toContain(say.weighted(short(weighted, language)));
    }
    const mean = stays.reduce((sum, days) => sum + days, 0) / stays.length;
    const days = new Intl.NumberFormat(tagOf[language], { maximumFractionDigits: 1 }).format(mean);
    expect(text).toContain(stays.length === 0 ? say.none : say.average(days, stays.length));
  }
  const contact = said((await column(say.stages.contact)).textContent);
  expect(contact).toContain(say.leftOut(1, 1));
  expect(said(document.body.textContent)).toContain(say.year(1, 2, 30));
  const open = prospects.filter((one) => !isOver(one));
  expect(
    screen.getByRole('link', {
      name: say.overdue(open.filter(({ step }) => step !== null && step < 0).length),
    }),
  ).toBeTruthy();
  expect(
    screen.getByRole('link', {
      name: say.without(open.filter(({ step }) => step === null).length),
    }),
  ).toBeTruthy();
  expect(said(card('Kopi tamu').textContent)).toContain(say.late(2));
  expect(said(card('Kopi tamu').textContent)).toContain(say.days(9));
  expect(said(card('Kopi tamu').textContent)).toContain(short(60_000_000, language));
});

test('a card goes on with Shift and an arrow, keeps the keyboard, and Undo brings it back', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/prospects');
  await column('First contact');
  linkOf('Kopi tamu').focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(linkOf('Kopi rapat'));
  // Past the empty stage.
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(linkOf('Kelas'));
  await user.keyboard('{ArrowLeft}{ArrowUp}{Shift>}{ArrowRight}{/Shift}');
  await waitFor(async () =>
    expect(within(await column('Need known')).getByText('Kopi tamu')).toBeTruthy(),
  );
  await waitFor(() => expect(document.activeElement).toBe(linkOf('Kopi tamu')));
  await screen.findByText('Kopi tamu moved to Need known.');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () =>
    expect(within(await column('First contact')).getByText('Kopi tamu')).toBeTruthy(),
  );
});

test('a card that is dragged to another stage goes there', async () => {
  const made = await shop();
  renderApp(made.app, '/sales/prospects');
  await column('First contact');
  const kept = new Map<string, string>();
  const dataTransfer = {
    setData: (type: string, value: string) => kept.set(type, value),
    getData: (type: string) => kept.get(type) ?? '',
    get types() {
      return [...kept.keys()];
    },
    effectAllowed: 'none',
  };
  const offer = await column('Offer');
  const over = createEvent.dragOver(offer, { dataTransfer });
  fireEvent(offer, over);
  // What is no card is not taken.
  expect(over.defaultPrevented).toBe(false);
  fireEvent.dragStart(card('Kopi rapat'), { dataTransfer });
  fireEvent.dragOver(offer, { dataTransfer });
  fireEvent.drop(offer, { dataTransfer });
  await waitFor(async () =>
    expect(within(await column('Offer')).getByText('Kopi rapat')).toBeTruthy(),
  );
});

test('lost asks why, and is not without it', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/prospects');
  await column('First contact');
  await user.click(screen.getByRole('button', { name: 'Options for Kopi tamu' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Lost', hidden: true }));
  const dialog = await screen.findByRole('dialog', { name: 'Why was Kopi tamu lost?' });
  expect(said(dialog.textContent)).toContain('Its next step (13 June 2026) is taken off the list.');
  await user.click(within(dialog).getByRole('button', { name: 'Lost' }));
  expect(said(dialog.textContent)).toContain('Choose why it was lost.');
  await user.click(within(dialog).getByRole('combobox', { name: 'Reason' }));
  await user.click(await screen.findByRole('option', { name: 'Price', hidden: true }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Details' }), 'Kalah seribu');
  await user.click(within(dialog).getByRole('button', { name: 'Lost' }));
  await screen.findByText('Kopi tamu moved to Lost. Its next step was taken off the list.');
  const { prospect } = await made.ask('prospects.get', { id: 1 as never });
  expect(prospect.lost).toEqual({ reason: 'price', note: 'Kalah seribu' });
});

test('won leads to the sale, filled in, which carries the prospect', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/prospects');
  await column('First contact');
  await user.click(screen.getByRole('button', { name: 'Options for Sarapan' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Won', hidden: true }));
  await user.click(await screen.findByRole('button', { name: 'Record the sale' }));
  await screen.findByText(/^For the prospect Sarapan\./);
  await user.click(screen.getByRole('button', { name: 'Save and start the next' }));
  await waitFor(async () => {
    const { prospect } = await made.ask('prospects.get', { id: 4 as never });
    expect(prospect.stage).toBe('won');
    const { id } = prospect.sale ?? { id: 0 as never };
    const sale = await made.ask('sales.get', { id });
    expect(sale).toMatchObject({ customerName: 'Hotel Embun', sale: { totalMinor: 160_000_000 } });
  });
});

test('a prospect of somebody new is written with its next step, and what is wrong is said beside it', async () => {
  const made = await shop('id', true);
  const { user } = renderApp(made.app, '/sales/prospects');
  await user.click(
    (await screen.findAllByRole('button', { name: 'Prospek baru' }))[0] as HTMLElement,
  );
  const dialog = await screen.findByRole('dialog', { name: 'Prospek baru' });
  const field = (name: string) => within(dialog).getByRole('textbox', { name });
  await user.type(field('Peluang (%)'), '140');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  expect(said(dialog.textContent)).toContain('Pilih pelanggannya, atau tulis nama baru.');
  expect(said(dialog.textContent)).toContain('Tulis apa yang mungkin dibeli.');
  expect(said(dialog.textContent)).toContain('Tulis angka bulat 0 sampai 100.');
  await user.type(within(dialog).getByRole('combobox', { name: 'Pelanggan' }), 'Tari');
  await user.click(await screen.findByRole('option', { name: /Tari/, hidden: true }));
  await user.type(field('Apa yang mungkin dibeli'), 'Kopi arisan');
  await user.type(field('Nilai'), '900rb');
  await user.clear(field('Peluang (%)'));
  await user.type(field('Peluang (%)'), '40');
  await user.type(field('Langkah berikut'), 'Kirim contoh');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  expect(said(dialog.textContent)).toContain('Pilih harinya.');
  await user.type(field('Langkah berikut pada'), '17/8/2026');
  await user.tab();
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  await screen.findByText('Kopi arisan tersimpan.');
  const { rows } = await made.ask('prospects.list', {});
  expect(rows).toMatchObject([
    {
      ...{ customerName: 'Tari', title: 'Kopi arisan', worthMinor: 90_000_000, chancePercent: 40 },
      nextStep: { dueOn: '2026-08-17', reason: 'Kirim contoh' },
    },
  ]);
});

test.each(['id', 'en'] as const)(
  'the list and a customer’s page say what theirs come to (%s)',
  async (language) => {
    const made = await shop(language);
    const list = renderApp(made.app, '/sales/prospects/list');
    await screen.findByText('Kopi tamu');
    const money = (minor: number) =>
      `Rp ${new Intl.NumberFormat(tagOf[language]).format(Math.round(minor / 100))}`;
    const worth = prospects.reduce((sum, one) => sum + (one.worth ?? 0), 0);
    const likely = prospects
      .filter((one) => !isOver(one))
      .reduce((sum, one) => sum + ((one.worth ?? 0) * (one.chance ?? 0)) / 100, 0);
    const say = words[language];
    const rows = { id: '7 prospek', en: '7 prospects' }[language];
    await waitFor(() =>
      expect(said(document.body.textContent)).toContain(
        `${rows} · ${say.worth(money(worth))} · ${say.weighted(money(likely))} (${say.leftOut(1, 1)})`,
      ),
    );
    list.unmount();
    renderApp(made.app, '/customers/3');
    const card = await screen.findByRole('region', {
      name: { id: 'Prospek', en: 'Prospects' }[language],
    });
    await within(card).findByText('Sarapan');
    expect(said(card.textContent)).toContain(
      `${{ id: 'Prospek', en: 'Prospects' }[language]}${prospects.filter(({ who }) => who === 3).length}`,
    );
    expect(within(card).queryByText('Hampers')).toBeNull();
  },
);

test('a prospect’s page says how long it was in each stage, and what became of it', async () => {
  const made = await shop();
  renderApp(made.app, '/sales/prospects/4');
  const path = await screen.findByRole('region', { name: 'Stages so far' });
  const entries = within(path)
    .getAllByRole('listitem')
    .map((item) => said(item.textContent));
  expect(entries).toEqual(['First contact26 May 202613 days', 'Offer8 June 20267 days']);
  const details = said(screen.getByRole('region', { name: 'Details' }).textContent);
  for (const part of ['Hotel Embun', 'Rp 1,600,000', '75%', 'Rp 1,200,000', 'Telepon Today'])
    expect(details).toContain(part);
});
