import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import {
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const TITLES = 'Nama Pelanggan;No HP;Kota';
async function open(name: string, lines: readonly string[], titles = TITLES): Promise<Draft> {
  return shop.inspect(await shop.file(name, `${[titles, ...lines].join('\n')}\n`));
}

async function remember(draft: Draft, rule: Parsed<'imports.remember'>['rule']): Promise<Draft> {
  const input = { draftId: draft.id, sourceId: sourceIn(draft).id, rule };
  return importTasks['imports.remember'](shop.ctx, input, null);
}

async function mend(draft: Draft, change: Parsed<'imports.mend'>['change']): Promise<Draft> {
  const input = { draftId: draft.id, sourceId: sourceIn(draft).id, change };
  return (await importTasks['imports.mend'](shop.ctx, input, null)).draft;
}

const jogja: MendStep = {
  ...{ kind: 'replace', column: 2, find: 'Jogja', with: 'Yogyakarta' },
  ...{ isWhole: true, ignoresCase: true },
};
const cities = () =>
  shop
    .all<{ city: string }>('SELECT city FROM addresses ORDER BY customer_id')
    .map(({ city }) => city);

describe('what is done with the next file of the same titles', () => {
  it.each([
    ['no', [], ['Yogyakarta', 'Jogja']],
    ['use', ['applied'], ['Yogyakarta', 'Yogyakarta']],
  ] as const)('a replacement, remembered: %s', async (memory, states, expected) => {
    const first = await open('satu.csv', ['Ayu;081234500001;Jogja']);
    await shop.commit(await mend(first, { kind: 'add', step: jogja, memory }));
    const next = await open('dua.csv', ['Bima;081234500002;Jogja']);
    const { steps } = sourceIn(next);
    expect(steps.map(({ state, isFromLayout }) => [state, isFromLayout])).toEqual(
      states.map((state) => [state, true]),
    );
    await shop.commit(next);
    expect(cities()).toEqual(expected);
  });

  it('one to be asked about waits, and nothing comes in before it is answered', async () => {
    const first = await open('satu.csv', ['Ayu;081234500001;Jogja']);
    await shop.commit(await mend(first, { kind: 'add', step: jogja, memory: 'ask' }));
    const next = await open('dua.csv', ['Bima;081234500002;Jogja']);
    expect(sourceIn(next).steps).toMatchObject([{ id: 1, state: 'waiting', memory: 'ask' }]);
    await expect(shop.commit(next)).rejects.toMatchObject({
      error: { code: 'CONFLICT', reason: 'rules-undecided' },
    });
    const declined = await mend(next, { kind: 'take-back', id: 1 });
    expect(sourceIn(declined).steps).toMatchObject([{ state: 'declined' }]);
    const used = await mend(declined, { kind: 'use', id: 1 });
    await shop.commit(used);
    expect(cities()).toEqual(['Yogyakarta', 'Yogyakarta']);
    const third = await open('tiga.csv', ['Citra;081234500003;Jogja']);
    expect(sourceIn(third).steps).toMatchObject([{ state: 'waiting' }]);
    const forgotten = await remember(third, { kind: 'step', id: 1, memory: 'no' });
    await shop.commit(await mend(forgotten, { kind: 'take-back', id: 1 }));
    expect(sourceIn(await open('empat.csv', ['Dewi;081234500004;Jogja'])).steps).toEqual([]);
  });

  it('follows its column to where it stands in a file with another order', async () => {
    const first = await open('satu.csv', ['Ayu;081234500001;Jogja']);
    await shop.commit(await mend(first, { kind: 'add', step: jogja, memory: 'use' }));
    const next = await open('dua.csv', ['Jogja;Bima;081234500002'], 'Kota;Nama Pelanggan;No HP');
    expect(sourceIn(next).steps).toMatchObject([{ step: { column: 0, find: 'Jogja' } }]);
    await shop.commit(next);
    expect(cities()).toEqual(['Yogyakarta', 'Yogyakarta']);
  });

  it('saying so changes nothing of this import, and its check still holds', async () => {
    const first = await open('satu.csv', ['Ayu;081234500001;Jogja']);
    const used = await mend(first, { kind: 'add', step: jogja, memory: 'no' });
    const before = await shop.rows(used, { sourceId: 1 });
    const told = await remember(used, { kind: 'step', id: 1, memory: 'ask' });
    expect(await shop.rows(told, { sourceId: 1 })).toEqual(before);
    expect(sourceIn(told).steps).toMatchObject([{ memory: 'ask', state: 'applied' }]);
  });
});

describe('customers who are there', () => {
  const old = ['Ratna;081255500137;Sleman', 'Budi;081900011122;'];
  const fresh = ['Ratna;081255500137;Bantul', 'Budi;081900011122;Bantul'];
  const place = (draft: Draft) => {
    const { existing, existingFrom, existingMemory } = sourceIn(draft);
    return [existing, existingFrom, existingMemory];
  };
  async function taught(memory: 'no' | 'use' | 'ask'): Promise<Draft> {
    const first = await open('satu.csv', old);
    const ruled = await shop.configure(first, { sourceId: 1, existing: 'fill' });
    await shop.commit(await remember(ruled, { kind: 'existing', memory }));
    return open('dua.csv', fresh);
  }

  it('are corrected as ever where nothing is remembered', async () => {
    const next = await taught('no');
    expect(place(next)).toEqual(['correct', 'default', 'no']);
    await shop.commit(next);
    expect(cities()).toEqual(['Bantul', 'Bantul']);
  });

  it('are met by the rule that is remembered, and it is said where it is from', async () => {
    const next = await taught('use');
    expect(place(next)).toEqual(['fill', 'layout', 'use']);
    await shop.commit(next);
    expect(cities()).toEqual(['Sleman', 'Bantul']);
  });

  it('wait for an answer where it is to be asked, as long as the file names one of them', async () => {
    const next = await taught('ask');
    expect(place(next)).toEqual(['fill', 'waiting', 'ask']);
    await expect(shop.commit(next)).rejects.toMatchObject({
      error: { code: 'CONFLICT', reason: 'rules-undecided' },
    });
    const answered = await shop.configure(next, { sourceId: 1, existing: 'fill' });
    expect(place(answered)).toEqual(['fill', 'chosen', 'ask']);
    await shop.commit(answered);
    expect(cities()).toEqual(['Sleman', 'Bantul']);
    const others = await open('tiga.csv', ['Citra;081234500003;Sleman']);
    expect(place(others)).toEqual(['fill', 'waiting', 'ask']);
    expect((await shop.commit(others)).report.customers).toMatchObject({ added: 1, updated: 0 });
  });

  it.each([
    ['leave', fresh],
    // Nothing is empty: the rule of last time has nothing to do, another one would.
    ['fill', fresh.slice(0, 1)],
  ] as const)(
    'wait too where by the rule of last time, %s, nothing would change',
    async (rule, lines) => {
      const first = await open('satu.csv', old);
      const ruled = await shop.configure(first, { sourceId: 1, existing: rule });
      await shop.commit(await remember(ruled, { kind: 'existing', memory: 'ask' }));
      const next = await open('dua.csv', lines);
      expect((await shop.check(next)).customers.updated).toBe(0);
      await expect(shop.commit(next)).rejects.toMatchObject({
        error: { code: 'CONFLICT', reason: 'rules-undecided' },
      });
      await shop.commit(await shop.configure(next, { sourceId: 1, existing: 'correct' }));
      expect(cities()[0]).toBe('Bantul');
    },
  );

  it('ask nothing where they are to be corrected and nothing of them differs', async () => {
    const first = await open('satu.csv', old);
    const ruled = await shop.configure(first, { sourceId: 1, existing: 'correct' });
    await shop.commit(await remember(ruled, { kind: 'existing', memory: 'ask' }));
    const same = await open('dua.csv', old);
    expect(place(same)).toEqual(['correct', 'waiting', 'ask']);
    expect((await shop.commit(same)).report.customers.updated).toBe(0);
  });
});

describe('a column to be asked about with each file', () => {
  const titles = 'Tgl;Nota;Siapa;Uang Masuk';
  const row = '13/04/2026;N1;Ayu;30000';
  async function taught(): Promise<Draft> {
    const draft = await open('satu.csv', [row], titles);
    const chosen = await shop.configure(draft, {
      sourceId: 1,
      fields: { 2: 'customer.name', 3: 'sale.total' },
    });
    await shop.commit(await remember(chosen, { kind: 'column', column: 3, isAsked: true }));
    return open('dua.csv', ['14/04/2026;N2;Bima;8000'], titles);
  }

  it('has its question, with what it was last time, and the rest is as it was', async () => {
    const next = await taught();
    const source = sourceIn(next);
    expect(source.asks).toEqual([3]);
    expect(columnIn(source, 'Siapa')).toMatchObject({ confidence: 'remembered', question: null });
    const { question } = columnIn(source, 'Uang Masuk');
    expect([question?.kind, question?.options.map(({ value }) => value)]).toEqual([
      'each-time',
      ['sale.total', 'ignore'],
    ]);
    expect(next.isReady).toBe(false);
    const answered = await shop.configure(next, { sourceId: 1, fields: { 3: 'sale.total' } });
    expect(columnIn(sourceIn(answered), 'Uang Masuk').question).toBeNull();
    const { report } = await shop.commit(answered);
    expect(report.money.exact).toBe('8000');
    const third = await open('tiga.csv', ['15/04/2026;N3;Citra;5000'], titles);
    expect(columnIn(sourceIn(third), 'Uang Masuk').question?.kind).toBe('each-time');
  });

  it('is no longer asked about once that is said', async () => {
    const next = await taught();
    const told = await remember(next, { kind: 'column', column: 3, isAsked: false });
    await shop.commit(await shop.configure(told, { sourceId: 1, fields: { 3: 'sale.total' } }));
    const third = await open('tiga.csv', ['15/04/2026;N3;Citra;5000'], titles);
    expect(columnIn(sourceIn(third), 'Uang Masuk')).toMatchObject({
      question: null,
      confidence: 'remembered',
    });
  });
});
