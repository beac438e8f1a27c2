import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { copyBeside, manifestOf } from '#db/file/copy-beside.ts';
import { besidePath } from '#db/file/swap.ts';
import { migrations } from '#db/migrations/index.ts';
import { AppFailure, type BadCopyProblem } from '#shared/errors.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { type CrashedShop, crashedShop } from '#tests/support/shop/crashed-shop.ts';

const copies = process.env['LANGGAN_FULL'] === '1' ? 1000 : 100;

/** The same numbers in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Damage = (bytes: Buffer, random: (below: number) => number) => Buffer;

function flipOne(bytes: Buffer, random: (below: number) => number): Buffer {
  const at = random(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at);
  return bytes;
}

const foreign = [
  Buffer.from('Nama,Telepon\nRatna,081255500137\n'),
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  Buffer.alloc(8192, 0x55),
];

const damages: Readonly<Record<string, Damage>> = {
  flipped: flipOne,
  'flipped again': flipOne,
  'cut short': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'a page lost': (bytes, random) => {
    const at = 4096 * random(bytes.length / 4096);
    return bytes.fill(0, at, at + 4096);
  },
  'another file': (_, random) => foreign[random(foreign.length)] ?? Buffer.alloc(0),
};

/** All files of the shop but the copies, as they are. */
function stateOf({ folder }: CrashedShop): Record<string, string> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    names.map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

async function problemOf(
  shop: CrashedShop,
  manifest: Awaited<ReturnType<typeof manifestOf>>,
): Promise<BadCopyProblem | null> {
  try {
    await copyBeside({ from: shop.copy, manifest, to: besidePath(shop.database) });
    return null;
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'BAD_COPY') return error.error.problem;
    throw error;
  }
}

describe('a damaged copy', () => {
  it('is refused by its bytes before the live file is touched; without them some would be taken', async () => {
    const shop = await crashedShop();
    const whole = readFileSync(shop.copy);
    const manifest = await manifestOf(shop.copy);
    const before = stateOf(shop);
    const kinds = Object.entries(damages);
    const seen = { refused: 0, takenUnseen: 0 };
    for (let round = 0; round < copies; round += 1) {
      const [name, damage] = kinds[round % kinds.length] ?? ['', flipOne];
      writeFileSync(shop.copy, damage(Buffer.from(whole), randomFrom(round + 1)));
      expect(await problemOf(shop, manifest), `${round}: ${name}`).toBe('changed');
      seen.refused += 1;
      expect(stateOf(shop)).toEqual(before);
      // The control: only the bytes tell, for most of what is flipped still holds together.
      if ((await problemOf(shop, null)) === null) seen.takenUnseen += 1;
    }
    expect(seen.refused).toBe(copies);
    expect(seen.takenUnseen, JSON.stringify(seen)).toBeGreaterThan(copies / 20);
    const unseen = `${seen.takenUnseen} taken without the hash`;
    tellFigure('R7', `${seen.refused} of ${copies} damaged copies refused (${unseen})`);
  }, 3_600_000);

  it.each<[string, BadCopyProblem, (whole: Buffer) => Buffer]>([
    ['no bytes', 'empty', () => Buffer.alloc(0)],
    ['other bytes', 'foreign', () => Buffer.from('Nama,Telepon\n')],
    ['half of it', 'damaged', (whole) => whole.subarray(0, whole.length / 2)],
    ['its last byte gone', 'damaged', (whole) => whole.subarray(0, -1)],
    ['a page of noise', 'damaged', (whole) => whole.fill(0xaa, 8192, 12_288)],
  ])('that nothing was written down of, with %s, is refused too: %s', async (...row) => {
    const [, problem, damage] = row;
    const shop = await crashedShop();
    writeFileSync(shop.copy, damage(readFileSync(shop.copy)));
    const before = stateOf(shop);
    expect(await problemOf(shop, null)).toBe(problem);
    expect(stateOf(shop)).toEqual(before);
  });

  it('of another program, or with broken references, is refused', async () => {
    for (const [sql, problem] of [
      ['PRAGMA application_id = 7', 'foreign'],
      [`PRAGMA user_version = ${migrations.length + 3}`, 'newer'],
      ['PRAGMA foreign_keys = OFF; UPDATE sales SET customer_id = 999 WHERE id = 1', 'damaged'],
      ['DROP TABLE sale_lines', 'damaged'],
    ] as const) {
      const shop = await crashedShop();
      const { raw, close } = openConnection(shop.copy);
      raw.exec(sql);
      await close();
      const before = stateOf(shop);
      expect(await problemOf(shop, null), sql).toBe(problem);
      expect(stateOf(shop)).toEqual(before);
    }
  });

  it('that is not there any more is refused', async () => {
    const shop = await crashedShop();
    expect(await problemOf({ ...shop, copy: `${shop.copy}-gone` }, null)).toBe('missing');
    expect(await problemOf({ ...shop, copy: shop.folder }, null)).toBe('unreadable');
  });
});
