import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ContentPart,
  compareEntries,
  contentText,
  entryKinds,
  type PackEntry,
  tellChanges,
} from '#shared/domain/books/pack-entries.ts';

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
const entry: fc.Arbitrary<PackEntry> = fc.record({
  entity: fc.constantFrom(...entryKinds),
  id: fc.integer({ min: 1, max: 12 }),
  day: fc.constantFrom('2026-04-01', '2026-04-30'),
  label: fc.constantFrom('', 'A-1'),
  amountMinor: amount,
  owedMinor: amount,
  contentHash: fc.constantFrom('a', 'b', 'c'),
});

function keyOf({ entity, id }: PackEntry): string {
  return `${entity}${id}`;
}

const ledger = fc.uniqueArray(entry, { selector: keyOf, maxLength: 30 });

/** Rows in pages of three, in the order that both the books and a pack tell them. */
async function* pagesOf(rows: readonly PackEntry[]): AsyncGenerator<readonly PackEntry[]> {
  const sorted = rows.toSorted(
    (a, b) => entryKinds.indexOf(a.entity) - entryKinds.indexOf(b.entity) || a.id - b.id,
  );
  for (let at = 0; at <= sorted.length; at += 3) yield sorted.slice(at, at + 3);
}

const changesOf = (then: readonly PackEntry[], now: readonly PackEntry[]) =>
  compareEntries(pagesOf(then), pagesOf(now));

function sumOf(rows: readonly PackEntry[]) {
  return rows.reduce(
    (sum, { entity, amountMinor, owedMinor }) => ({
      revenueMinor: sum.revenueMinor + (entity === 'sales' ? amountMinor : 0),
      owedMinor: sum.owedMinor + owedMinor,
    }),
    { revenueMinor: 0, owedMinor: 0 },
  );
}

it('what a pack came to and what changed since come to the books, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, ledger, async (then, written) => {
      // The same content is the same row: its amounts are part of it.
      const before = new Map(then.map((row) => [keyOf(row) + row.contentHash, row]));
      const now = written.map((row) => before.get(keyOf(row) + row.contentHash) ?? row);
      const [sums, books] = [sumOf(then), sumOf(now)];
      const { since: delta, rows } = await tellChanges(changesOf(then, now), 2);
      expect(rows).toHaveLength(Math.min(2, delta.changes));
      expect(sums.revenueMinor + delta.revenueMinor).toBe(books.revenueMinor);
      expect(sums.owedMinor + delta.owedMinor).toBe(books.owedMinor);
    }),
  );
});

it('each row that differs is named once, by what became of it, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, ledger, async (then, now) => {
      const changes = await Array.fromAsync(changesOf(then, now));
      const said = changes.map(({ kind, entity, id }) => `${kind} ${entity}${id}`);
      const inOrder = changes.toSorted(
        (a, b) => entryKinds.indexOf(a.entity) - entryKinds.indexOf(b.entity) || a.id - b.id,
      );
      expect(changes).toEqual(inOrder);
      const of = (rows: readonly PackEntry[], key: string) =>
        rows.find((row) => keyOf(row) === key)?.contentHash;
      const keys = [...new Set([...then, ...now].map(keyOf))];
      const wanted = keys.flatMap((key) => {
        const [was, is] = [of(then, key), of(now, key)];
        if (was === is) return [];
        if (was === undefined) return [`new ${key}`];
        return [is === undefined ? `gone ${key}` : `changed ${key}`];
      });
      expect(said.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

const part = fc.letrec<{ part: ContentPart }>((tie) => ({
  part: fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.integer(),
    fc.constant(null),
    fc.array(tie('part'), { maxLength: 3 }),
  ),
})).part;
const content = fc.tuple(fc.constantFrom(...entryKinds), fc.array(part, { maxLength: 4 }));

it('two contents have one text only where they are the same', () => {
  fc.assert(
    fc.property(content, content, ([one, oneParts], [other, otherParts]) => {
      const isSame = contentText(one, oneParts) === contentText(other, otherParts);
      const isEqual = one === other && fc.stringify(oneParts) === fc.stringify(otherParts);
      expect(isSame).toBe(isEqual);
    }),
  );
  expect(contentText('sales', ['1', 2])).not.toBe(contentText('sales', [1, '2']));
  expect(contentText('sales', ['a', 'b'])).not.toBe(contentText('sales', ['a,b']));
  expect(contentText('sales', [['a'], []])).not.toBe(contentText('sales', [[], ['a']]));
});
