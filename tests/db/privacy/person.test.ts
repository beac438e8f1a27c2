import { expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { otherTables, personTables } from '#db/queries/privacy/person.ts';
import { tables } from '#db/tables.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

/** What the app counts anew, and keeps of nobody. */
const derived = new Set(['customer_figures']);

/** Every table from which the keys of the schema lead to a customer, in one step or in many. */
function leadingToCustomers(raw: RawHandle): string[] {
  const references = raw
    .prepare(
      `SELECT m.name AS "from", f."table" AS "to" FROM sqlite_schema m
       CROSS JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
    )
    .all() as { from: string; to: string }[];
  const found = new Set(['customers']);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { from, to } of references) if (found.has(to)) found.add(from);
  }
  return [...found].filter((table) => !derived.has(table)).sort();
}

it('everything that is kept of somebody is handed out and erased: no table that leads to a customer is left out', async () => {
  const { raw } = await tempDatabase();
  // A how-to leads to nobody: it is found the other way, by what it is pinned to.
  const leading = personTables.filter((table) => table !== 'notes');
  expect(leadingToCustomers(raw)).toEqual(leading.toSorted());
  // A table that somebody adds is noticed, near to a customer or far away.
  raw.exec(
    `CREATE TABLE points (id INTEGER PRIMARY KEY, claim_id INTEGER REFERENCES claims (id)) STRICT`,
  );
  expect(leadingToCustomers(raw)).not.toEqual(leading.toSorted());
  tellFigure('P1', `${personTables.length} tables lead to a customer: each handed out and erased`);
});

it('of every table it is said once what it holds of people', () => {
  const said = [...personTables, ...Object.keys(otherTables), ...derived];
  expect(said.toSorted()).toEqual(Object.keys(tables).toSorted());
});
