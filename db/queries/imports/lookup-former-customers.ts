import { bareNameKey } from '#shared/domain/text/names.ts';
import type { RawHandle } from '../../file/client.ts';
import { prepareFormer } from './former.ts';

interface Point {
  readonly kind: string;
  readonly matchKey: string;
}

/** What an import asks about what customers were called, and reached by, before a person changed it. */
export interface FormerCustomers {
  /** Who gave up that phone or e-mail; another's name beside it says that it is not meant. */
  byPoint(point: Point, nameKey: string): number | null;
  gaveUp(customerId: number, point: Point): boolean;
  /** Customers not in the trash that had that name, two at most. */
  byName(nameKey: string): number[];
  wasCalled(customerId: number, nameKey: string): boolean;
  /**
   * Customers not in the trash that have or had that name and of whom files brought nothing but it:
   * what else is known a person has added. `ignoresCodes`: codes of files are nothing.
   */
  nameOnly(nameKey: string, ignoresCodes: boolean): number[];
}

const neverBroughtPoints = `NOT EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = c.id
    AND p.kind IN ('phone', 'email') AND p.import_id IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.owner_id = c.id AND j.entity = 'contact_points'
    AND j.before ->> 'import_id' IS NOT NULL AND j.after IS NULL)`;
const neverBroughtCodes = `NOT EXISTS (SELECT 1 FROM customer_identifiers i WHERE i.customer_id = c.id
  AND i.import_id IS NOT NULL)`;

function textOf({ kind, matchKey }: Point): string {
  return `${kind}:${matchKey}`;
}

/** Prepares every question that an import asks about what customers were. */
export function prepareFormerCustomers(raw: RawHandle): FormerCustomers {
  const names = prepareFormer(raw, {
    table: 'customers',
    id: 'j.entity_id',
    value: (row) => `${row} ->> 'name_key'`,
  });
  const points = prepareFormer(raw, {
    table: 'contact_points',
    id: "j.before ->> 'customer_id'",
    value: (row) => `(${row} ->> 'kind') || ':' || (${row} ->> 'match_key')`,
  });
  const present = raw
    .prepare<[number], string>('SELECT name_key FROM customers WHERE id = ? AND deleted_at IS NULL')
    .pluck();
  const called = raw
    .prepare<[string], number>('SELECT id FROM customers WHERE name_key = ? AND deleted_at IS NULL')
    .pluck();
  const only = (more: string) =>
    raw.prepare<[number], number>(
      `SELECT id FROM customers c WHERE id = ? AND import_id IS NOT NULL AND ${neverBroughtPoints} ${more}`,
    );
  const [withCodes, withoutCodes] = [only(''), only(`AND ${neverBroughtCodes}`)];
  const isThere = (id: number) => present.get(id) !== undefined;
  const isCalled = (id: number, nameKey: string) =>
    [present.get(id) ?? '', ...names.valuesOf(id)].some(
      (each) => bareNameKey(each) === bareNameKey(nameKey),
    );
  const had = (nameKey: string) => names.idsOf(nameKey).filter(isThere);
  return {
    byPoint: (point, nameKey) =>
      points
        .idsOf(textOf(point))
        .find((id) => isThere(id) && (nameKey === '' || isCalled(id, nameKey))) ?? null,
    gaveUp: (id, point) => points.valuesOf(id).includes(textOf(point)),
    byName: (nameKey) => had(nameKey).slice(0, 2),
    wasCalled: (id, nameKey) => names.valuesOf(id).includes(nameKey),
    nameOnly: (nameKey, ignoresCodes) => {
      const asks = ignoresCodes ? withCodes : withoutCodes;
      const all = new Set([...called.all(nameKey), ...had(nameKey)]);
      return [...all].filter((id) => asks.get(id) !== undefined).sort((a, b) => a - b);
    },
  };
}
