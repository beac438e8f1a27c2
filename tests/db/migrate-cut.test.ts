import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { createAt, migrate } from '#db/file/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { readSchema } from '#db/schema/snapshot.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const snapshot = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../db/schema/snapshot.json', import.meta.url)), 'utf8'),
) as { objects: Record<string, string> };

const names = ['Ratna', 'Budi', 'Sri'];

async function shopAt(version: number): Promise<string> {
  const path = join(tempFolder(), 'langgan.db');
  const { raw, close } = openConnection(path, { isNew: true });
  createAt(raw, version);
  for (const name of names)
    raw.prepare("INSERT INTO customers (name, created_at) VALUES (?, '2026-01-01')").run(name);
  await close();
  return path;
}

/** The statements of a migration: a trigger holds some of its own. */
function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let open = '';
  for (const part of sql.split(/(?<=;)/)) {
    open += part;
    const isTrigger = /CREATE\s+(TEMP\s+)?TRIGGER/i.test(open);
    if (isTrigger ? /END\s*;$/i.test(open) : open.endsWith(';')) {
      statements.push(open);
      open = '';
    }
  }
  return open.trim() === '' ? statements : [...statements, open];
}

/** Calls `passed` after every statement that a migration from `version` on runs. */
function stopAfterEach(raw: RawHandle, version: number, passed: () => void): number {
  raw.function('passed_here', () => {
    passed();
    return 0;
  });
  let count = 0;
  for (const migration of migrations.slice(version) as { sql: string }[]) {
    const { sql } = migration;
    onTestFinished(() => void Object.assign(migration, { sql }));
    const statements = statementsOf(sql);
    count += statements.length;
    migration.sql = statements.map((one) => `${one}\nSELECT passed_here();`).join('\n');
  }
  return count;
}

/** What a file is, opened by the next start: of the old version, of the newest, or neither. */
async function stateOf(path: string, old: string): Promise<'old' | 'new' | 'neither'> {
  const { raw, close } = openConnection(path);
  try {
    const found = raw.prepare('SELECT name FROM customers ORDER BY id').pluck().all();
    const isWhole = raw.pragma('integrity_check', { simple: true }) === 'ok';
    if (!isWhole || JSON.stringify(found) !== JSON.stringify(names)) return 'neither';
    const schema = JSON.stringify(readSchema(raw).objects);
    if (schema === old) return 'old';
    return schema === JSON.stringify(snapshot.objects) ? 'new' : 'neither';
  } finally {
    await close();
  }
}

/** Migrates, and takes the files as a kill would leave them after each statement. */
async function cutAfterEach(path: string, run: (raw: RawHandle) => Promise<void>) {
  const { raw, close } = openConnection(path);
  const old = JSON.stringify(readSchema(raw).objects);
  const folder = tempFolder();
  const copies: string[] = [];
  stopAfterEach(raw, 1, () => {
    const place = join(folder, String(copies.length));
    mkdirSync(place);
    const copy = join(place, 'langgan.db');
    for (const end of ['', '-wal'])
      if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`);
    copies.push(copy);
  });
  await run(raw);
  await close();
  const seen = { old: 0, new: 0, neither: 0 };
  for (const copy of [...copies, path]) seen[await stateOf(copy, old)] += 1;
  return seen;
}

describe('a migration', () => {
  it.each(migrations.slice(0, -1).map((_, index) => index + 1))(
    'of version %i makes the schema of a new shop, with every row as it was',
    async (version) => {
      const path = await shopAt(version);
      const { raw, close } = openConnection(path);
      await migrate(raw, async () => undefined);
      expect(readSchema(raw).objects).toEqual(snapshot.objects);
      expect(raw.prepare('SELECT name FROM customers ORDER BY id').pluck().all()).toEqual(names);
      await close();
    },
  );

  it('cut off after any statement leaves the old version or the newest; step by step it does not', async () => {
    const seen = await cutAfterEach(await shopAt(1), (raw) => migrate(raw, async () => undefined));
    expect(seen.neither, JSON.stringify(seen)).toBe(0);
    expect(seen.old).toBeGreaterThan(100);
    expect(seen.new).toBeGreaterThan(0);
    const control = await cutAfterEach(await shopAt(1), async (raw) => {
      raw.pragma('foreign_keys = OFF');
      for (const { sql } of migrations.slice(1)) raw.exec(sql);
    });
    expect(control.neither).toBeGreaterThan(50);
    const versions = `${migrations.length - 1} versions to the newest`;
    tellFigure(
      'R5',
      `${versions}; cut off after each of ${seen.old + seen.new - 1} statements: ${seen.old} old, ${seen.new} new, 0 neither`,
    );
  });
});
