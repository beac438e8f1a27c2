import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { tellFigure } from '#tests/support/figures.ts';
import { makeXlsx } from '#tests/support/shop/make-xlsx.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const canary = 'Kenanga Wulandari';
const password = 'kopi tubruk 77';
/** No whole number of them is a sealed piece, and no sealed piece a whole number of rows. */
const pieceBytes = 50_001;

/** Customers, longer than three sealed pieces, the canary in the first, in the last, and in a title. */
function csv(): Buffer {
  const rows = Array.from({ length: 6000 }, (_, at) => {
    const name = at % 5999 === 0 ? `${canary} ${at}` : `Pelanggan nomor ${at}`;
    return `${name};0812${String(10_000_000 + at)};Jalan Mawar ${at}`;
  });
  return Buffer.from(['Nama;Telepon;Alamat', ...rows, ''].join('\n'));
}

/** One more customer; what a zip says of its parts is not packed. */
function xlsx(): Buffer {
  const cell = (ref: string, text: string) =>
    `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const titles = cell('A1', 'Nama') + cell('B1', 'Telepon');
  const values = cell('A2', `${canary} XLSX`) + cell('B2', '081298765432');
  const path = makeXlsx(join(tempFolder(), 'a.xlsx'), {
    rows: `<row r="1">${titles}</row><row r="2">${values}</row>`,
    extra: [{ name: `xl/media/${canary}.txt`, content: 'x' }],
  });
  return readFileSync(path);
}

/** Files of a shop's folder that hold the canary, by what they are for. */
function holding({ folder }: TempShop): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .filter(({ parentPath, name }) => {
      try {
        return `${name}\n${readFileSync(join(parentPath, name)).toString('latin1')}`.includes(
          canary,
        );
      } catch {
        return false; // It has gone meanwhile.
      }
    });
  return [...new Set(found.map(({ name }) => name))].toSorted();
}

interface Dropped {
  readonly draftId: string | null;
  readonly file: number;
  readonly name: string;
}

/** Hands pieces over as the window does, from one place of the file to another. */
async function drop(shop: TempShop, to: Dropped, bytes: Buffer, [from, end] = [0, bytes.length]) {
  let { draftId } = to;
  for (let offset = from; offset < end; offset += pieceBytes) {
    const base64 = bytes.subarray(offset, offset + pieceBytes).toString('base64');
    const isLast = offset + pieceBytes >= bytes.length;
    const taken = await shop.ask('imports.receive', { ...to, draftId, offset, base64, isLast });
    draftId = taken.draftId;
  }
  return draftId ?? '';
}

/** All that a whole import does, each step looked at while it goes on and after. */
async function throughEverything(shop: TempShop): Promise<{ seen: Set<string>; looks: number }> {
  const seen = new Set<string>();
  let looks = 0;
  const look = (): void => {
    looks += 1;
    for (const name of holding(shop)) seen.add(name);
  };
  const step = async <T>(work: Promise<T>): Promise<T> => {
    let isOver = false;
    const ended = work.finally(() => {
      isOver = true;
    });
    for (; !isOver; await nextTurn()) look();
    look();
    return ended;
  };
  const [table, book] = [csv(), xlsx()];
  const name = `Daftar ${canary}`;
  const first = { draftId: null, file: 0, name: `${name}.csv` };
  const draftId = await step(drop(shop, first, table, [0, 3 * pieceBytes]));
  await step(drop(shop, { ...first, draftId }, table, [3 * pieceBytes, table.length]));
  await step(drop(shop, { draftId, file: 1, name: `${name}.xlsx` }, book));
  const chosen = join(tempFolder(), `${canary}.csv`);
  writeFileSync(chosen, `Nama;Telepon\n${canary} Dipilih;081277770000\n`);
  shop.machine.picks.push([chosen]);
  await step(shop.ask('imports.choose', { draftId }));
  const draft = await step(shop.ask('imports.inspect', { draftId }));
  expect(draft.refused).toEqual([]);
  expect(draft.sources.map(({ rows }) => rows)).toEqual([1, 6000, 1]);
  const sourceId = draft.sources.find(({ rows }) => rows === 6000)?.id ?? 0;
  await step(shop.ask('imports.configure', { draftId, sourceId, encoding: 'windows-1252' }));
  await step(shop.ask('imports.configure', { draftId, sourceId, headerRow: 2 }));
  await step(shop.ask('imports.configure', { draftId, sourceId, headerRow: 1 }));
  await step(shop.ask('imports.check', { draftId }));
  await step(shop.ask('imports.rows', { draftId, sourceId, limit: 5 }));
  const { report } = await step(shop.ask('imports.commit', { draftId }));
  expect(report.counts).toMatchObject({ read: 6002, added: 6002, wrong: 0 });
  return { seen, looks };
}

describe('what waits on the import', () => {
  it('is nowhere to be read behind a password, whatever step the import is at', async () => {
    const shop = await tempShop();
    await shop.ask('password.set', { password });
    const { seen, looks } = await throughEverything(shop);
    expect([...seen]).toEqual([]);
    tellFigure('S10', `an import behind a password, looked at ${looks} times: 0 words of it`);
  });

  it('is found in all of these without one, or the test would be worth nothing', async () => {
    const { seen } = await throughEverything(await tempShop());
    for (const name of [
      'dropped-000.part',
      'dropped-000.bin',
      'dropped-001.bin',
      'dropped-000.json',
      'draft.json',
      'staging.db',
      'staging.db-wal',
      'langgan.db',
    ])
      expect([...seen]).toContain(name);
    expect([...seen].some((name) => name.endsWith('-chosen.json'))).toBe(true);
  });

  it('goes on behind a password that is set, changed and removed in the middle of it', async () => {
    const shop = await tempShop();
    const [table, book] = [csv(), xlsx()];
    const begun = { draftId: null, file: 0, name: 'a.csv' };
    const half = 2 * pieceBytes;
    const draftId = await drop(shop, { draftId: null, file: 1, name: 'b.xlsx' }, book);
    await shop.ask('imports.inspect', { draftId });
    await drop(shop, { ...begun, draftId }, table, [0, half]);
    expect(holding(shop)).toContain('staging.db');
    await shop.ask('password.set', { password });
    expect(holding(shop)).toEqual([]);
    await drop(shop, { ...begun, draftId }, table, [half, 3 * pieceBytes]);
    await shop.ask('password.change', { current: password, password: 'mawar-melati' });
    await drop(shop, { ...begun, draftId }, table, [3 * pieceBytes, 4 * pieceBytes]);
    await shop.ask('password.remove', { current: 'mawar-melati' });
    expect(holding(shop)).toContain('dropped-000.part');
    await drop(shop, { ...begun, draftId }, table, [4 * pieceBytes, table.length]);
    const draft = await shop.ask('imports.inspect', { draftId });
    expect(draft.sources.map(({ rows }) => rows)).toEqual([1, 6000]);
    await shop.ask('password.set', { password });
    expect(holding(shop)).toEqual([]);
    // What was read before is still what the file holds.
    for (const { id } of draft.sources.filter(({ format }) => format === 'csv'))
      await shop.ask('imports.configure', { draftId, sourceId: id, encoding: 'windows-1252' });
    const { report } = await shop.ask('imports.commit', { draftId });
    expect(report.counts).toMatchObject({ read: 6001, added: 6001 });
  });

  it('is put away where it cannot be sealed, and the import says that it is gone', async () => {
    const shop = await tempShop();
    const draftId = await drop(shop, { draftId: null, file: 0, name: 'a.csv' }, csv());
    await shop.ask('imports.inspect', { draftId });
    const other = await drop(shop, { draftId: null, file: 0, name: 'b.xlsx' }, xlsx());
    writeFileSync(join(shop.folder, 'staging', draftId, 'staging.db'), `no database ${canary}`);
    await shop.ask('password.set', { password });
    expect(holding(shop)).toEqual([]);
    expect(await shop.fail('imports.check', { draftId })).toEqual({
      code: 'NOT_FOUND',
      entity: 'draft',
    });
    expect((await shop.ask('imports.inspect', { draftId: other })).sources).toHaveLength(1);
  });

  it('takes a piece again that came twice or too early, sealed or not', async () => {
    const shop = await tempShop();
    await shop.ask('password.set', { password });
    const table = csv();
    const file = { draftId: null, file: 0, name: 'a.csv' };
    const draftId = await drop(shop, file, table, [0, 2 * pieceBytes]);
    const early = { ...file, draftId, offset: 3 * pieceBytes, base64: 'eA==', isLast: false };
    const missing = { code: 'CONFLICT', reason: 'piece-missing' };
    expect(await shop.fail('imports.receive', early)).toEqual(missing);
    expect(await shop.fail('imports.receive', { ...early, offset: 7 })).toEqual(missing);
    await drop(shop, { ...file, draftId }, table, [2 * pieceBytes, table.length]);
    expect((await shop.ask('imports.inspect', { draftId })).sources[0]?.rows).toBe(6000);
  });
});
