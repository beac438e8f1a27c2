import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCopied } from '#db/backup-freshness.ts';
import { makeBackup } from '#db/file/backup.ts';
import { openBatch } from '#db/history/journal.ts';
import { addReview } from '#tests/support/reminder-rows.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';
const later = '2026-06-15T04:00:00.000Z';

function write(sql: string): (shop: TempDatabase) => void {
  return (shop) => void shop.raw.exec(sql);
}

/** A shop in which everything that is compared holds something. */
async function usedShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  openBatch(shop.raw, { kind: 'create', label: 'Ratna', at });
  addReview(shop.raw, '2026-06-01');
  write(`INSERT INTO settings (key, value) VALUES ('shopName', '"Sekar"');
    INSERT INTO import_layouts (layout_key, choices, updated_at) VALUES ('a', '{}', '${at}');
    INSERT INTO reply_drafts (review_id, text, started_at, updated_at)
      VALUES (1, 'Maaf', '${at}', '${at}');`)(shop);
  return shop;
}

function back(shop: TempDatabase, madeAt = at) {
  const folder = join(shop.folder, 'backups');
  const made = { at: madeAt, appVersion: '1.0.0', timeZone: 'Asia/Jakarta' };
  return makeBackup(shop.raw, { folder, cause: 'quit', ...made });
}

function isFresh(shop: TempDatabase): Promise<boolean> {
  return isCopied(shop.raw, join(shop.folder, 'backups'));
}

describe('what a person entered', () => {
  it.each<[string, (shop: TempDatabase) => void]>([
    ['any change', (shop) => void openBatch(shop.raw, { kind: 'edit', label: 'Ratna', at })],
    ['another setting', write(`UPDATE settings SET value = '"Melati"'`)],
    ['a new setting', write(`INSERT INTO settings (key, value) VALUES ('language', '"en"')`)],
    ['more of a draft', write(`UPDATE reply_drafts SET updated_at = '${later}'`)],
    ['a draft that was sent', write('DELETE FROM reply_drafts')],
    ['columns of a file', write(`UPDATE import_layouts SET updated_at = '${later}'`)],
  ])('is not in the newest copy after %s, and is again in the next', async (_what, change) => {
    const shop = await usedShop();
    await back(shop);
    expect(await isFresh(shop)).toBe(true);
    change(shop);
    expect(await isFresh(shop)).toBe(false);
    await back(shop, later);
    expect(await isFresh(shop)).toBe(true);
  });

  it('is not in a copy of the schema before', async () => {
    const shop = await usedShop();
    await back(shop);
    const version = Number(shop.raw.pragma('user_version', { simple: true }));
    shop.raw.pragma(`user_version = ${version + 1}`);
    expect(await isFresh(shop)).toBe(false);
  });

  it('is nothing in a new shop, and anything in one without a copy', async () => {
    expect(await isFresh(await tempDatabase())).toBe(true);
    expect(await isFresh(await usedShop())).toBe(false);
  });
});

it('what is counted or remembered of itself does not make a copy stale', async () => {
  const shop = await usedShop();
  await back(shop);
  write(`INSERT OR REPLACE INTO derived_state (key, value) VALUES ('figuresFor', '${later}');
    INSERT INTO notices (key, said_at) VALUES ('review:1', '${later}')`)(shop);
  expect(await isFresh(shop)).toBe(true);
});
