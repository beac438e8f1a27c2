import type { RawHandle } from '#db/file/client.ts';

type Row = Readonly<Record<string, string | number | null>>;

function insert(raw: RawHandle, table: string, row: Row): number {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places}) RETURNING id`;
  return Number(
    raw
      .prepare(sql)
      .pluck()
      .get(...Object.values(row)),
  );
}

const createdAt = '2026-01-01T00:00:00.000Z';

/** A contact-again date straight into its table, on that day at no given time. */
export function addFollowUp(
  raw: RawHandle,
  customerId: number,
  day: string,
  more: Row = {},
): number {
  return insert(raw, 'follow_ups', {
    customer_id: customerId,
    cause: 'own',
    first_due_on: day,
    due_on: day,
    created_at: createdAt,
    ...more,
  });
}

/** A complaint straight into its table, by default received and with weeks to go. */
export function addComplaint(raw: RawHandle, customerId: number | null, more: Row = {}): number {
  return insert(raw, 'complaints', {
    number: 'K-1',
    customer_id: customerId,
    channel: 'call',
    severity: 'medium',
    title: 'Kopi basi',
    words: 'Rasanya asam sekali',
    state: 'received',
    received_at: '2026-06-14T02:00:00.000Z',
    answer_due_at: '2026-07-30T02:00:00.000Z',
    resolution_due_at: '2026-07-30T02:00:00.000Z',
    created_at: createdAt,
    ...more,
  });
}

/** What a complaint changes, straight into its table. */
export function addAction(raw: RawHandle, complaintId: number, more: Row = {}): number {
  return insert(raw, 'corrective_actions', {
    complaint_id: complaintId,
    what: 'Ganti penyimpanan biji',
    due_on: '2026-12-01',
    check_on: '2026-12-31',
    created_at: createdAt,
    ...more,
  });
}

/** A public review straight into its table. */
export function addReview(raw: RawHandle, postedOn: string, more: Row = {}): number {
  return insert(raw, 'reviews', {
    platform: 'google',
    author: 'Dewi',
    text: 'Lama sekali, kecewa',
    posted_on: postedOn,
    created_at: createdAt,
    ...more,
  });
}

/** When a customer was born. */
export function setBirthday(raw: RawHandle, customerId: number, day: string): void {
  raw.prepare('UPDATE customers SET birthday_on = ? WHERE id = ?').run(day, customerId);
}
