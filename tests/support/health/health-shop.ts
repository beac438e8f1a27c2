import type { RawHandle } from '#db/file/client.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import type { HealthCheck } from '#shared/domain/vocabulary/health.ts';
import { addCustomer, addSale, today } from '../shop/build-shop.ts';

const drawn = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];

/** A shop in which each check finds somebody, and no two checks the same number. */
export function fillUnhealthy(raw: RawHandle): void {
  raw.exec('BEGIN');
  const phone = (at: number) => `+628125550${String(1000 + at)}`;
  const birthdays = [null, '1990-05-01', '2031-01-01', '1899-12-31', '1604-03-04', '1881-07-07'];
  for (let at = 0; at < 120; at += 1) {
    const draw = drawn[at % drawn.length] ?? 0;
    const none = at % 18 === 0 ? 'Tari' : '';
    const names = [none, `Ratna ${at}`, `Budi ${at}`, '0812 555 0137', 'Test', 'Toko 12'];
    const id = addCustomer(raw, {
      name: names[at % 7] ?? `Tari ${at}`,
      phones: at % 5 === 0 ? [] : [at % 41 === 3 ? '+62812' : phone(at)],
      emails: at % 3 === 0 ? [at % 18 === 0 ? 'ratna@toko' : `r${at}@toko.id`] : [],
      ...(draw > 4 ? { city: draw === 9 ? '' : 'Sleman' } : {}),
    });
    const created = addMonths(today, -(at % 40));
    raw
      .prepare('UPDATE customers SET birthday_on = ?, created_at = ? WHERE id = ?')
      .run(birthdays[(at * 5) % 11] ?? null, `${created}T00:00:00.000Z`, id);
    for (let sale = 0; sale < draw % 4; sale += 1)
      addSale(raw, {
        ...{ customerId: id, soldOn: '2026-05-01' },
        revenueMinor: at % 37 === 2 ? 9_000_000 : 100_000 + at * 100,
      });
    if (at % 13 === 0) said(raw, id);
    if (at % 11 === 3) heard(raw, id, addMonths(today, -(at % 30)));
    if (at % 17 === 4) changed(raw, id, addMonths(today, -(at % 26)));
  }
  raw.exec(`UPDATE customers SET deleted_at = '${today}T00:00:00.000Z' WHERE id IN (7, 8);
    UPDATE customers SET erased_at = '${today}T00:00:00.000Z', name = '' WHERE id = 9; COMMIT`);
}

function said(raw: RawHandle, customerId: number): void {
  raw
    .prepare(
      `INSERT INTO consents (customer_id, purpose, is_given, said_on, way, created_at)
       VALUES (?, 'offers', 0, '2026-05-01', 'shop', '2026-05-01T00:00:00.000Z')`,
    )
    .run(customerId);
}

function heard(raw: RawHandle, customerId: number, on: string): void {
  raw
    .prepare(
      `INSERT INTO interactions (customer_id, channel, direction, happened_at, created_at)
       VALUES (?, 'call', 'in', ?, ?)`,
    )
    .run(customerId, `${on}T03:00:00.000Z`, `${on}T03:00:00.000Z`);
}

function changed(raw: RawHandle, customerId: number, on: string): void {
  const batch = raw
    .prepare("INSERT INTO batches (kind, label, at) VALUES ('edit', '', ?) RETURNING id")
    .pluck()
    .get(`${on}T03:00:00.000Z`);
  raw
    .prepare(
      `INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after)
       VALUES (?, 'customers', ?, ?, '{"note":null}', '{"note":"x"}')`,
    )
    .run(batch, customerId, customerId);
}

/** A customer as the recount sees one: their rows, and nothing that the app has counted. */
interface Person {
  readonly id: number;
  readonly name: string;
  readonly birthday: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly cities: readonly string[];
  readonly sales: readonly number[];
  /** The last day something was written down, changed or heard. */
  readonly confirmedOn: string;
  readonly isUnwilling: boolean;
}

function peopleIn(raw: RawHandle): Person[] {
  const list = <T>(sql: string, id: number) => raw.prepare(sql).pluck().all(id) as T[];
  const rows = raw
    .prepare('SELECT * FROM customers WHERE deleted_at IS NULL AND erased_at IS NULL ORDER BY id')
    .all() as { id: number; name: string; birthday_on: string | null; created_at: string }[];
  return rows.map(({ id, name, birthday_on, created_at }) => ({
    ...{ id, name, birthday: birthday_on },
    phones: list<string>(
      "SELECT value FROM contact_points WHERE customer_id = ? AND kind = 'phone'",
      id,
    ),
    emails: list<string>(
      "SELECT value FROM contact_points WHERE customer_id = ? AND kind = 'email'",
      id,
    ),
    cities: list<string>('SELECT city FROM addresses WHERE customer_id = ?', id),
    sales: list<number>('SELECT revenue_minor FROM sales WHERE customer_id = ?', id),
    confirmedOn: [
      created_at,
      ...list<string>('SELECT happened_at FROM interactions WHERE customer_id = ?', id),
      ...list<string>(
        'SELECT b.at FROM journal j, batches b WHERE b.id = j.batch_id AND j.owner_id = ?',
        id,
      ),
    ]
      .map((instant) => instant.slice(0, 10))
      .toSorted()
      .at(-1) as string,
    isUnwilling: list('SELECT id FROM consents WHERE customer_id = ?', id).length > 0,
  }));
}

function median(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

const digits = (phone: string) => phone.replace(/\D/g, '').length;

/** Who each check should find, counted by other code than the app's. */
export function recountHealth(raw: RawHandle) {
  const people = peopleIn(raw);
  const buyers = people.filter(({ sales }) => sales.length > 0);
  const usual = median(raw.prepare('SELECT revenue_minor FROM sales').pluck().all() as number[]);
  const idsOf = (some: readonly Person[], holds: (one: Person) => boolean) =>
    some.filter(holds).map(({ id }) => id);
  const found: Readonly<Record<HealthCheck, readonly number[]>> = {
    noName: idsOf(buyers, ({ name }) => name === ''),
    noPhone: idsOf(buyers, ({ phones }) => phones.length === 0),
    noEmail: idsOf(buyers, ({ emails }) => emails.length === 0),
    noCity: idsOf(buyers, ({ cities }) => cities.every((city) => city === '')),
    noBirthday: idsOf(buyers, ({ birthday }) => birthday === null),
    staleYear: idsOf(people, ({ confirmedOn }) => confirmedOn < '2025-06-15'),
    staleTwoYears: idsOf(people, ({ confirmedOn }) => confirmedOn < '2024-06-15'),
    oddPhone: idsOf(people, ({ phones }) => phones.some((one) => digits(one) < 8)),
    oddEmail: idsOf(people, ({ emails }) => emails.includes('ratna@toko')),
    bornAhead: idsOf(people, ({ birthday }) => birthday !== null && birthday > today),
    bornLongAgo: idsOf(people, ({ birthday }) => /^(188|189|190[0-5])/.test(birthday ?? '')),
    oddName: idsOf(people, ({ name }) => name === '0812 555 0137' || name === 'Test'),
    oddAmount: idsOf(people, ({ sales }) => sales.some((amount) => amount > 20 * usual)),
    unreachable: idsOf(people, ({ phones, emails }) => phones.length + emails.length === 0),
    optedOut: idsOf(people, ({ isUnwilling }) => isUnwilling),
  };
  return { found, customers: people.length, bought: buyers.length, usual };
}
