import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import {
  type TimelineItem,
  type TimelineKind,
  timelineKind,
} from '#shared/contract/interactions/interactions.ts';
import type { CustomerId } from '#shared/ids.ts';
import { fillTimeline } from '#tests/support/full-timeline.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const ratna = 1 as CustomerId;
const moments = 120;

async function fullShop(): Promise<TempShop> {
  return tempShop((raw) => fillTimeline(raw, moments));
}

/** The whole timeline, read in pages of that many. */
async function everything(
  shop: TempShop,
  limit: number,
  kinds: TimelineKind[] = [],
): Promise<TimelineItem[]> {
  const items: TimelineItem[] = [];
  let after: Input<'interactions.timeline'>['after'] = null;
  for (let page = 0; page < 400; page += 1) {
    const request: Input<'interactions.timeline'> = { customerId: ratna, kinds, after, limit };
    const { rows, next } = await shop.ask('interactions.timeline', request);
    items.push(...rows);
    if (next === null) return items;
    expect(rows).toHaveLength(limit);
    after = next;
  }
  throw new Error('the timeline does not end');
}

function nameOf(item: TimelineItem): string {
  return `${item.at} ${item.kind} ${item.id}`;
}

describe('the timeline', () => {
  it('has everything once and newest first, whatever the size of its pages', async () => {
    const shop = await fullShop();
    const whole = (await everything(shop, 200)).map(nameOf);
    expect(new Set(whole).size).toBe(whole.length);
    const days = whole.map((name) => name.slice(0, 24));
    expect(days).toEqual(days.toSorted().toReversed());
    const { rows: counted } = { rows: await everything(shop, 200) };
    const counts = await shop.ask('interactions.counts', { customerId: ratna });
    for (const kind of timelineKind.options) {
      expect(counts[kind]).toBeGreaterThan(0);
      expect(counted.filter((item) => item.kind === kind)).toHaveLength(counts[kind]);
    }
    for (const limit of [1, 7, 50])
      expect((await everything(shop, limit)).map(nameOf)).toEqual(whole);
  });

  it('shows only the kinds asked for, page by page', async () => {
    const shop = await fullShop();
    const whole = await everything(shop, 200);
    for (const kinds of [
      ['change'],
      ['import', 'sale'],
      ['review', 'claim', 'complaint'],
    ] as const) {
      const asked = await everything(shop, 3, [...kinds]);
      const expected = whole.filter((item) => kinds.some((kind) => kind === item.kind));
      expect(asked.map(nameOf)).toEqual(expected.map(nameOf));
    }
  });

  it('places a sale without a time at noon of its day where the shop is', async () => {
    const shop = await fullShop();
    const sales = (await everything(shop, 200, ['sale'])).filter((item) => item.kind === 'sale');
    expect(sales.some((sale) => sale.hasTime) && sales.some((sale) => !sale.hasTime)).toBe(true);
    for (const sale of sales) expect(sale.at.slice(11, 16)).toBe('05:00');
    expect(sales[0]).toMatchObject({ products: ['Sepatu 117'], lineCount: 1, isReturn: false });
  });

  it('places an imported sale at the time that its file gives', async () => {
    const shop = await tempShop();
    const file = join(shop.folder, 'kasir.csv');
    writeFileSync(file, 'Tanggal,Jam,Pelanggan,Total\n2026-06-10,14:20,Ratna,50000\n');
    shop.machine.picks.push([file]);
    const draftId = (await shop.ask('imports.choose', {}))?.draftId ?? '';
    for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
      await shop.ask(channel, { draftId });
    const sales = await shop.ask('interactions.timeline', { customerId: ratna, kinds: ['sale'] });
    expect(sales.rows).toMatchObject([{ at: '2026-06-10T07:20:00.000Z', hasTime: true }]);
  });

  it('names the files of the imports that brought or changed something, and of no other', async () => {
    const shop = await fullShop();
    const imports = (await everything(shop, 200, ['import'])).filter(
      (item) => item.kind === 'import',
    );
    expect(imports.map((item) => [item.importId, item.files])).toEqual(
      [7, 5, 4, 2, 1].map((id) => [id, [`kasir-${id}.xlsx`]]),
    );
    expect(imports[0]?.changes).toEqual([]);
    expect(imports[1]?.changes).toMatchObject([{ entity: 'customers', field: 'note' }]);
  });

  it('has the changes of the record field by field, and marks what was taken back', async () => {
    const shop = await fullShop();
    const { batchId } = await shop.ask('customers.tag', { ids: [ratna], tag: 'langganan' });
    await shop.ask('history.undo', { batchId });
    const [undo, tagged, edit] = (await everything(shop, 200, ['change'])).filter(
      (item) => item.kind === 'change',
    );
    expect(undo).toMatchObject({ change: 'undo', undoneAt: null });
    expect(tagged).toMatchObject({
      id: batchId,
      change: 'edit',
      undoneAt: '2026-06-15T03:00:00.000Z',
      changes: [{ entity: 'customer_tags', field: 'tag', before: null, after: 'langganan' }],
    });
    expect(edit?.changes.map((change) => [change.entity, change.after])).toEqual([
      ['customers', 'catatan 117'],
      ['customer_tags', 'tag 117'],
    ]);
  });

  it('a contact or a date written down is no change of the record', async () => {
    const shop = await fullShop();
    const before = await shop.ask('interactions.counts', { customerId: ratna });
    await shop.ask('interactions.record', {
      customerId: ratna,
      facts: { channel: 'call', direction: 'out', text: '' },
      contactAgain: { dueOn: '2026-06-20' },
    });
    const after = await shop.ask('interactions.counts', { customerId: ratna });
    expect(after).toEqual({ ...before, contact: before.contact + 1 });
  });

  it('is not there for somebody unknown', async () => {
    const shop = await fullShop();
    for (const channel of ['interactions.timeline', 'interactions.counts'])
      expect(await shop.fail(channel, { customerId: 99 })).toEqual({
        code: 'NOT_FOUND',
        entity: 'customer',
      });
  });
});
