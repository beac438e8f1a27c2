import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { forgetProtection, type Protection, protect } from '#db/file/protection.ts';
import { openStaging } from '#db/staging/staging.ts';
import {
  HEAD_BYTES,
  PIECE_BYTES,
  RECORD_BYTES,
  recordAt,
} from '#electron/services/imports/sealed/chunk-cipher.ts';
import { appendPiece, keepText, keptText } from '#electron/services/imports/sealed/keep.ts';
import { openSource, readThrough } from '#electron/services/imports/sealed/source-file.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { errorOf } from './read-all.ts';

let folder = '';
const protection = () => ({ key: randomBytes(32).toString('hex'), envelope: {} }) as Protection;

async function whole(path: string): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(readThrough(path)));
}

describe('a sealed file', () => {
  beforeEach(() => {
    folder = tempFolder();
    protect({ folder, protection: protection() });
    onTestFinished(() => forgetProtection(folder));
  });

  it('holds what was put into it piece by piece, and gives it at any place', async () => {
    const plain = randomBytes(3 * PIECE_BYTES + 777);
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 2 * PIECE_BYTES }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(plain.length + 10), fc.nat(2 * PIECE_BYTES)), { maxLength: 6 }),
        async (sizes, reads) => {
          const path = join(folder, `${made++}.bin`);
          let held = 0;
          for (const size of sizes) {
            const piece = plain.subarray(held, held + size);
            await appendPiece(path, held, piece);
            held += piece.length;
          }
          const expected = plain.subarray(0, held);
          expect((await whole(path)).equals(expected)).toBe(true);
          const file = await openSource(path);
          expect((await file.stat()).size).toBe(held);
          for (const [at, length] of reads) {
            const buffer = Buffer.alloc(length);
            const { bytesRead } = await file.read(buffer, 0, length, at);
            const there = expected.subarray(at, at + length);
            expect(buffer.subarray(0, bytesRead).equals(there)).toBe(true);
          }
          await file.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('shows no byte of it: two of the same differ, and a word of it is not there', async () => {
    const words = 'Kenanga Wulandari '.repeat(9000);
    for (const name of ['a', 'b']) await keepText(join(folder, name), words);
    const [one, two] = ['a', 'b'].map((name) => readFileSync(join(folder, name)));
    expect(one?.includes('Kenanga')).toBe(false);
    expect(one?.subarray(HEAD_BYTES, HEAD_BYTES + 64)).not.toEqual(
      two?.subarray(HEAD_BYTES, HEAD_BYTES + 64),
    );
    expect(await keptText(join(folder, 'a'))).toBe(words);
    expect(statSync(join(folder, 'a')).size).toBeGreaterThan(words.length);
  });

  it('is refused where a piece was changed, put in another’s place, or opened with another key', async () => {
    const path = join(folder, 'a');
    await keepText(path, 'x'.repeat(3 * PIECE_BYTES));
    const sealed = readFileSync(path);
    const damaged = { code: 'BAD_FILE', reason: 'damaged' };
    const flipped = Buffer.from(sealed);
    flipped[recordAt(1) + 500] = (flipped[recordAt(1) + 500] ?? 0) ^ 1;
    const swapped = Buffer.from(sealed);
    sealed.copy(swapped, recordAt(0), recordAt(1), recordAt(1) + RECORD_BYTES);
    for (const bytes of [flipped, swapped, sealed.subarray(0, sealed.length - 9)]) {
      writeFileSync(path, bytes);
      expect(await errorOf(whole(path))).toMatchObject(damaged);
    }
    writeFileSync(path, sealed);
    expect(await whole(path)).toHaveLength(3 * PIECE_BYTES);
    protect({ folder, protection: protection() });
    expect(await errorOf(whole(path))).toMatchObject(damaged);
  });

  it('lies open where its folder does, to the byte', async () => {
    protect({ folder, protection: null });
    const path = join(folder, 'a');
    await appendPiece(path, 0, Buffer.from('Kenanga '));
    await appendPiece(path, 8, Buffer.from('Wulandari'));
    expect(readFileSync(path, 'utf8')).toBe('Kenanga Wulandari');
    await keepText(path, 'Melati');
    expect(readFileSync(path, 'utf8')).toBe('Melati');
  });

  it('leaves nothing to temporary files: what SQLite would put there stays in memory', () => {
    const staging = openStaging(join(folder, 'staging.db'));
    onTestFinished(() => staging.close());
    expect(staging.raw.pragma('temp_store', { simple: true })).toBe(2);
  });
});
