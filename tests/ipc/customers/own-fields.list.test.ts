import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerSort } from '#shared/contract/customers/order.ts';
import { customerFilter, isReckoned } from '#shared/contract/customers.ts';
import type { Condition } from '#shared/contract/segments/conditions.ts';
import { definitionOf } from '#shared/contract/segments/from-filter.ts';
import type { CustomerId, OwnFieldId, SegmentId } from '#shared/ids.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

/** What each customer has, by their ids from 1 on; null: nothing. */
const sizes = ['L', 'S', null, 'L', 'M', null, 'S'] as const;
const points = [9, 100, 20.5, null, -3, 20.5, null] as const;
const since = ['2024-02-29', null, '2020-01-01', '2026-06-01', null, '2024-03-01', null] as const;

let shop: DirectShop;
let size: OwnFieldId;
let point: OwnFieldId;
let day: OwnFieldId;

beforeEach(async () => {
  shop = await directShop();
  for (const [index] of sizes.entries()) addCustomer(shop.raw, { name: `Ratna ${index + 1}` });
  finishShop(shop.raw);
  const add = async (name: string, type: 'choice' | 'number' | 'day', choices: string[] = []) =>
    (await shop.ask('customers.addField', { name, type, choices })).id;
  size = await add('Ukuran', 'choice', ['S', 'M', 'L']);
  point = await add('Poin', 'number');
  day = await add('Sejak', 'day');
  const value = shop.raw.prepare(
    'INSERT INTO custom_values (customer_id, field_id, value) VALUES (?, ?, ?)',
  );
  const columns = [
    [size, sizes],
    [point, points],
    [day, since],
  ] as const;
  for (const [fieldId, values] of columns)
    for (const [index, held] of values.entries())
      if (held !== null) value.run(index + 1, fieldId, String(held));
});

/** Ids of whom something holds, by the lists above and nothing else. */
function whom(holds: (index: number) => boolean): number[] {
  return sizes.flatMap((_, index) => (holds(index) ? [index + 1] : []));
}

async function listed(own: readonly string[], sort: CustomerSort = 'name', descending = false) {
  const filter = { own: [...own] };
  expect(isReckoned(customerFilter.parse(filter), sort)).toBe(own.length > 0 || sort !== 'name');
  const rows: number[] = [];
  let after: { value: string | number | null; id: number } | null = null;
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask(filter, sort, descending, after);
    rows.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  const { count } = await shop.ask('customers.summary', { filter });
  expect(count).toBe(rows.length);
  return rows;
}

const ask = (
  filter: { own: string[] },
  sort: CustomerSort,
  descending: boolean,
  after: { value: string | number | null; id: number } | null,
) => shop.ask('customers.reckoned', { filter, order: { sort, descending }, after, limit: 2 });

describe('the list by fields that the owner made', () => {
  it('shows who has one of the values, anything, or nothing', async () => {
    expect(await listed([`${size}=L`])).toEqual(whom((at) => sizes[at] === 'L'));
    expect(await listed([`${size}=L`, `${size}=M`])).toEqual(
      whom((at) => sizes[at] === 'L' || sizes[at] === 'M'),
    );
    expect(await listed([`${point}!`])).toEqual(whom((at) => points[at] !== null));
    expect(await listed([`${point}?`, `${size}=S`])).toEqual(
      whom((at) => points[at] === null && sizes[at] === 'S'),
    );
    await shop.ask('customers.removeField', { id: size });
    expect(await listed([`${size}=L`])).toEqual([]);
  });

  it.each([
    ['number', true],
    ['number', false],
    ['day', true],
    ['day', false],
  ] as const)(
    'is in the order of a %s, descending %s, page after page',
    async (type, descending) => {
      const values: readonly (string | number | null)[] = type === 'number' ? points : since;
      const sort: CustomerSort = `own.${type === 'number' ? point : day}`;
      const sign = descending ? -1 : 1;
      const expected = whom(() => true).toSorted((a, b) => {
        const [one, two] = [values[a - 1] ?? null, values[b - 1] ?? null];
        if (one === two) return sign * (a - b);
        if (one === null || two === null) return sign * (one === null ? -1 : 1);
        return sign * (one < two ? -1 : 1);
      });
      expect(await listed([], sort, descending)).toEqual(expected);
    },
  );

  it('says of each row what it holds, and writes it to a file under the name of the field', async () => {
    const { rows } = await shop.ask('customers.list', {
      order: { sort: 'name', descending: false },
    });
    for (const { id, own } of rows) {
      const of = (fieldId: number) => own.find((one) => one.fieldId === fieldId)?.value ?? null;
      const at = id - 1;
      expect([of(size), of(day)]).toEqual([sizes[at], since[at]]);
      expect(of(point)).toBe(points[at] === null ? null : String(points[at]));
    }
    shop.prepared = { path: join(shop.folder, 'daftar.csv') };
    const titles = { name: 'Nama' };
    await shop.ask('customers.export', { format: 'csv', profile: 'exact', titles });
    const [head = '', ...lines] = readFileSync(join(shop.folder, 'daftar.csv'), 'utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(/[,;]/));
    const at = (name: string) => head.indexOf(name);
    expect([at('Ukuran') > 0, at('Poin') > 0, at('Sejak') > 0]).toEqual([true, true, true]);
    const byName = new Map(lines.map((cells) => [cells[at('Nama')], cells]));
    for (const [index, held] of sizes.entries()) {
      const cells = byName.get(`Ratna ${index + 1}`);
      expect(cells?.[at('Ukuran')] ?? '').toBe(held ?? '');
      expect(cells?.[at('Sejak')] ?? '').toBe(since[index] ?? '');
    }
  });
});

describe('a segment by fields that the owner made', () => {
  const own = { field: 'own', values: [], low: null, high: null } as const;
  async function counted(one: Condition): Promise<number> {
    const definition = { match: 'all' as const, parts: [one], without: [] };
    return (await shop.ask('segments.count', { definition })).count;
  }

  it('holds numbers by their size, days by the calendar, and none of some values', async () => {
    const between = (ownId: number, low: string | null, high: string | null) =>
      counted({ ...own, values: [], ownId, way: 'between', low, high });
    expect(await between(point, '9', '20.5')).toBe(
      points.filter((held) => held !== null && held >= 9 && held <= 20.5).length,
    );
    expect(await between(point, null, '10')).toBe(
      points.filter((held) => held !== null && held <= 10).length,
    );
    expect(await between(day, '2024-02-29', '2024-03-01')).toBe(
      since.filter((held) => held !== null && held >= '2024-02-29' && held <= '2024-03-01').length,
    );
    expect(await counted({ ...own, ownId: size, way: 'isNot', values: ['L'] })).toBe(
      sizes.filter((held) => held !== 'L').length,
    );
    expect(await counted({ ...own, values: [], ownId: day, way: 'empty' })).toBe(
      since.filter((held) => held === null).length,
    );
  });

  it('is what a filter of the list is kept as', async () => {
    const filter = customerFilter.parse({ own: [`${size}=L`, `${size}=S`, `${day}!`] });
    const definition = definitionOf(filter);
    if (definition === null) throw new Error('a filter that can be said');
    const { id } = await shop.ask('segments.create', { name: 'Besar', definition });
    const { rows } = await shop.ask('customers.reckoned', { filter: { segment: id as SegmentId } });
    expect(rows.map((row): CustomerId => row.id).toSorted((a, b) => a - b)).toEqual(
      whom((at) => (sizes[at] === 'L' || sizes[at] === 'S') && since[at] !== null),
    );
  });
});
