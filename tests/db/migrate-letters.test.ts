import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { createAt, migrate } from '#db/file/migrate.ts';
import { deleteRow, openBatch, updateRow } from '#db/history/journal.ts';
import { undoBatch } from '#db/history/undo.ts';
import { migrations } from '#db/migrations/index.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const campaign = `INSERT INTO campaigns (name, definition, channel, text, held_percent, rest_days,
  daily_limit, response_days, only_agreed, state, created_at)`;

it('campaigns stay with their people when letters come, and no id is given out twice', async () => {
  const connection = openConnection(join(tempFolder(), 'shop.db'), { isNew: true });
  onTestFinished(() => connection.close());
  const { raw } = connection;
  const before = migrations.findIndex(({ name }) => name === '0022-letters');
  createAt(raw, before);
  raw.exec(`INSERT INTO customers (id, kind, relation, name, name_key, created_at)
      VALUES (1, 'person', 'customer', 'Ani', 'ani', '');
    ${campaign} VALUES ('A', '{}', 'call', 'x', 10, 14, 40, 14, 0, 'running', 'then');
    ${campaign} VALUES ('B', '{}', 'sms', 'y', 0, 0, 1, 1, 1, 'done', 'then');
    ${campaign} VALUES ('C', '{}', 'email', 'z', 0, 0, 1, 1, 1, 'draft', 'then');
    INSERT INTO campaign_members (campaign_id, customer_id, state, position)
      VALUES (2, 1, 'sent', 0);
    INSERT INTO interactions (customer_id, channel, direction, happened_at, campaign_id, created_at)
      VALUES (1, 'sms', 'out', 'then', 2, 'then');`);
  const rows = () => raw.prepare('SELECT * FROM campaigns ORDER BY id').all();
  const told = () => raw.prepare('SELECT id, campaign_id FROM interactions').all();
  const untouched = rows();
  // Changed and taken away before, both to be taken back after.
  const batchId = openBatch(raw, { kind: 'edit', label: 'A', at: 'then' });
  updateRow(raw, batchId, { table: 'campaigns', id: 1 }, { name: 'A2', daily_limit: 7 });
  deleteRow(raw, batchId, { table: 'campaigns', id: 3 });
  const former = rows();
  await migrate(raw, async () => undefined);
  expect(rows()).toEqual(former);
  expect(told()).toEqual([{ id: 1, campaign_id: 2 }]);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.exec(`${campaign} VALUES ('D', '{}', 'letter', 'w', 0, 0, 1, 1, 1, 'draft', 'now')`);
  expect(raw.prepare('SELECT max(id) FROM campaigns').pluck().get()).toBe(4);
  expect(() => raw.exec('DELETE FROM campaigns WHERE id = 2')).toThrow(/FOREIGN KEY/);
  expect(undoBatch(raw, batchId, 'A', 'now').kept).toEqual([]);
  expect(rows().slice(0, 3)).toEqual(untouched);
});
