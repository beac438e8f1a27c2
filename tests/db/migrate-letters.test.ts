import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { createAt, migrate } from '#db/file/migrate.ts';
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
    DELETE FROM campaigns WHERE id = 3;`);
  const rows = () => raw.prepare('SELECT * FROM campaigns ORDER BY id').all();
  const former = rows();
  await migrate(raw, async () => undefined);
  expect(rows()).toEqual(former);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.exec(`${campaign} VALUES ('D', '{}', 'letter', 'w', 0, 0, 1, 1, 1, 'draft', 'now')`);
  expect(raw.prepare('SELECT max(id) FROM campaigns').pluck().get()).toBe(4);
  expect(() => raw.exec('DELETE FROM campaigns WHERE id = 2')).toThrow(/FOREIGN KEY/);
});
