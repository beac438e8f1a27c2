import type { RawHandle } from '#db/file/client.ts';

type Stored = Readonly<Record<string, string | number | null>>;

/** Every row of a table, read without a condition. */
export function storedRows(raw: RawHandle, table: string): Stored[] {
  return raw.prepare(`SELECT * FROM ${table}`).all() as Stored[];
}

export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

/** How many lie where, counted one by one from their days; null: it has none. */
export function sayWhere(days: readonly (string | null)[], { from, to, today }: Asked): string {
  const long = (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
  const late = days.filter((day) => day !== null && day < today).length;
  const ahead = days.flatMap((day) => (day === null || day < today ? [] : [day]));
  const before = ahead.filter((day) => day < from).length;
  const after = ahead.filter((day) => day > to && day >= from).length;
  const within = ahead.length - before - after;
  const none = days.filter((day) => day === null).length;
  return [
    ...(late > 0 ? [`${late} late`] : []),
    ...(before > 0 ? [`${before} due before ${long(from)}`] : []),
    ...(within > 0 ? [`${within} due from ${long(from)} to ${long(to)}`] : []),
    ...(after > 0 ? [`${after} due after ${long(to)}`] : []),
    ...(none > 0 ? [`${none} without a day`] : []),
  ].join(', ');
}

/** What is open, found by walking over every row of the tables. */
export function openOf(raw: RawHandle) {
  const people = new Map(storedRows(raw, 'customers').map((row) => [row['id'], row]));
  const isThere = (row: Stored) =>
    row['deleted_at'] === null &&
    (row['customer_id'] === null || people.get(row['customer_id'] ?? 0)?.['deleted_at'] === null);
  const actions = storedRows(raw, 'corrective_actions');
  const known = storedRows(raw, 'complaints').filter(isThere);
  const complaints = known.filter((row) => row['state'] !== 'closed');
  const dayOf = (row: Stored): string | null => {
    if (row['answered_at'] === null) return String(row['answer_due_at']).slice(0, 10);
    if (row['resolved_at'] === null) return String(row['resolution_due_at']).slice(0, 10);
    const own = actions.filter((one) => one['complaint_id'] === row['id']);
    const open = own.filter((one) => one['done_on'] === null).map((one) => String(one['due_on']));
    const done = own.filter((one) => one['done_on'] !== null && one['checked_on'] === null);
    return open.toSorted()[0] ?? done.map((one) => String(one['check_on'])).toSorted()[0] ?? null;
  };
  const namesOf = (row: Stored): string[] => {
    const owners = actions.filter(
      (one) => one['complaint_id'] === row['id'] && one['done_on'] === null,
    );
    const all = [row['handled_by'], ...owners.map((one) => one['owner'])];
    return [...new Set(all.filter((name) => name !== null && name !== '').map(String))];
  };
  const steps = storedRows(raw, 'follow_ups').filter(
    (row) => isThere(row) && row['done_at'] === null,
  );
  const byDay = (one: Stored, other: Stored) =>
    String(one['due_on']).localeCompare(String(other['due_on'])) ||
    Number(one['id']) - Number(other['id']);
  const stepOf = (row: Stored) =>
    steps.filter((one) => one['prospect_id'] === row['id']).toSorted(byDay)[0] ?? null;
  const prospects = storedRows(raw, 'prospects').filter(
    (row) => isThere(row) && !['won', 'lost'].includes(String(row['stage'])),
  );
  /** What is to be done next with a prospect stands with the prospect, and there alone. */
  const next = new Set(prospects.map((row) => stepOf(row)?.['id']));
  return {
    complaints: complaints.map((row) => ({ ...row, day: dayOf(row), names: namesOf(row) })),
    closed: new Set(known.flatMap((row) => (row['state'] === 'closed' ? [row['id']] : []))),
    claims: storedRows(raw, 'claims')
      .filter((row) => isThere(row) && row['done_at'] === null)
      .map((row) => row['promised_on'] as string | null),
    dates: steps.filter((row) => !next.has(row['id'])).map((row) => String(row['due_on'])),
    prospects: prospects.map((row) => ({
      worth: row['worth_minor'] as number | null,
      day: (stepOf(row)?.['due_on'] ?? null) as string | null,
    })),
    deliveries: storedRows(raw, 'sales')
      .filter((row) => row['deleted_at'] === null && row['promised_on'] !== null)
      .filter((row) => row['delivered_on'] === null)
      .map((row) => String(row['promised_on'])),
    people: [...people.values()],
  };
}
