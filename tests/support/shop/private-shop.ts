import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RawHandle } from '#db/file/client.ts';
import { personTables } from '#db/queries/privacy/person.ts';
import { finishShop } from './build-shop.ts';
import { fillWithRows } from './journalled-rows.ts';

/** What nobody else writes: in each text of a person, with the table and the column it stands in. */
export const canary = 'Qzkanari';

/** Every text of the person with the id 1 says the canary; so do a refused row, a label, and a saved search. */
export function fillWithCanaries(raw: RawHandle): void {
  fillWithRows(raw);
  raw.exec(`UPDATE complaints SET customer_id = 1, sale_id = 1; UPDATE interactions SET complaint_id = 1;
    INSERT INTO reply_drafts (complaint_id, text, started_at, updated_at) VALUES (1, 'x', 'x', 'x');
    DELETE FROM note_pins WHERE customer_id IS NULL;
    INSERT INTO note_pins (note_id, customer_id) VALUES (2, 1)`);
  for (const table of personTables) sing(raw, table);
  raw.exec(`UPDATE contact_points SET kind = 'phone', value = '+628177${phoneTail}',
      match_key = '628177${phoneTail}', label = '${canary} label' WHERE customer_id = 1;
    UPDATE customers SET name = '${canary} Wulandari', name_key = 'qzkanari wulandari' WHERE id = 1;
    INSERT INTO imports (status, done_at, summary) VALUES ('done', '2026-06-01', '{}');
    INSERT INTO import_sources (import_id, file_name, file_sha256, layout_key, columns, counts)
      VALUES (1, '${canary} Wulandari.csv', 'ab', '', '[{"header":"${canary} Wulandari"}]', 'null');
    INSERT INTO import_rows VALUES (1, 2, 'wrong', 'date', '["${canary} Wulandari","x"]'),
      (1, 3, 'skipped', NULL, '["","0817-7${phoneTail.slice(0, 3)}-${phoneTail.slice(3)}","Qzkanari sisa"]'),
      (1, 4, 'wrong', 'date', '["Budi lain","0811"]');
    INSERT INTO saved_filters (area, name, filter, created_at)
      VALUES ('complaints', '${canary} Wulandari', '{"search":"${canary.toUpperCase()} WULANDARI"}', 'x');
    INSERT INTO segments (name, definition, created_at) VALUES ('${canary} Wulandari', '{}', 'x');
    INSERT INTO batches (kind, label, at) VALUES ('edit', '${canary} Wulandari', '2026-06-01');
    INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after) VALUES
      (1, 'customers', 1, 1, '{"id":1,"note":"${canary} dulu"}', '{"id":1,"note":"${canary} kini"}'),
      (1, 'contact_points', 900, 1, '{"customer_id":1,"value":"${canary}@dulu.id"}', NULL),
      (1, 'sales', 1, 1, '{"id":1,"note":"${canary}"}', '{"id":1,"note":"${canary} baru"}'),
      (1, 'saved_filters', 1, NULL, NULL, '{"id":1,"name":"${canary} Wulandari"}'),
      (1, 'segments', 1, NULL, '{"id":1,"name":"${canary} Wulandari"}', '{"id":1,"name":"x"}'),
      (1, 'complaint_events', 900, NULL, '{"complaint_id":1,"note":"${canary}"}', NULL)`);
  finishShop(raw);
}

/** The last digits of the person's phone. */
export const phoneTail = '30945216';

/** Writes the canary into every text column of a table that takes any. */
function sing(raw: RawHandle, table: string): void {
  const columns = raw
    .prepare("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'")
    .pluck()
    .all(table) as string[];
  for (const name of columns.filter(
    (one) => !/_(on|at|until|state)$|^(at|number|match_key|method)$/.test(one),
  ))
    if (!kept.has(`${table}.${name}`))
      raw.exec(
        `UPDATE OR IGNORE ${table} SET ${name} = '${canary} ${table}.${name}' || id
         ${table === 'customers' ? 'WHERE id = 1' : ''}`,
      );
}

/** Words of the shop's own, by which books and complaints are kept. */
const kept = new Set([
  ...[
    'sales.payment_method',
    'sales.channel',
    'complaints.handled_by',
    'compensations.approved_by',
  ],
  ...['corrective_actions.owner', 'follow_ups.due_time'],
]);

/** Where one of the words stands in the files below a folder, whatever the case: each with what is around it. */
export function placesOf(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const form = new RegExp(`.{0,20}(?:${words.join('|')}).{0,40}`, 'gi');
  return files.flatMap((path) => {
    const found = readFileSync(path).toString('latin1').match(form) ?? [];
    return found.map((place) => `${path.slice(folder.length + 1)}: ${place}`);
  });
}
