import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import type { Drawing } from '#build/icons/drawing.ts';
import { packChannel, packIcns } from '#build/icons/icns.ts';
import { packIco } from '#build/icons/ico.ts';

const folder = join(root, 'build', 'icons');
const pngStart = '89504e470d0a1a0a';

/** Width and height of a PNG, from its first chunk. */
function sizeOfPng(bytes: Buffer): readonly [number, number] {
  expect(bytes.subarray(0, 8).toString('hex')).toBe(pngStart);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The blocks of an icns by name; fails when their lengths do not add up to the file's. */
function blocksOf(icns: Buffer): ReadonlyMap<string, Buffer> {
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const blocks = new Map<string, Buffer>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const end = at + icns.readUInt32BE(at + 4);
    blocks.set(icns.toString('latin1', at, at + 4), icns.subarray(at + 8, end));
  }
  return blocks;
}

function unpackChannel(packed: Uint8Array, length: number): readonly [number[], number] {
  const bytes: number[] = [];
  let at = 0;
  while (bytes.length < length) {
    const head = packed[at] ?? 0;
    if (head >= 128) {
      bytes.push(...Array<number>(head - 125).fill(packed[at + 1] ?? 0));
      at += 2;
    } else {
      bytes.push(...packed.subarray(at + 1, at + 2 + head));
      at += head + 2;
    }
  }
  return [bytes, at];
}

describe('the icons that are shipped', () => {
  test("Windows' holds every size, the largest as PNG, the others as bitmaps with a mask", () => {
    const ico = readFileSync(join(folder, 'icon.ico'));
    const count = ico.readUInt16LE(4);
    const sizes = Array.from({ length: count }, (_, index) => {
      const at = 6 + index * 16;
      const [bytes, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
      const picture = ico.subarray(offset, offset + bytes);
      expect(picture.length).toBe(bytes);
      const sizePx = (ico[at] ?? 0) || 256;
      if (sizePx === 256) expect(sizeOfPng(picture)).toEqual([256, 256]);
      else {
        expect([picture.readInt32LE(4), picture.readInt32LE(8)]).toEqual([sizePx, sizePx * 2]);
        expect(bytes).toBe(40 + sizePx * sizePx * 4 + Math.ceil(sizePx / 32) * 4 * sizePx);
      }
      return sizePx;
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  });

  test("macOS' holds every size for ordinary and for dense screens", () => {
    const blocks = blocksOf(readFileSync(join(folder, 'icon.icns')));
    const pictures = [...blocks].filter(([type]) => type.startsWith('ic'));
    expect(pictures.map(([type, png]) => [type, sizeOfPng(png)[0]])).toEqual([
      ['ic11', 32],
      ['ic12', 64],
      ['ic07', 128],
      ['ic13', 256],
      ['ic08', 256],
      ['ic14', 512],
      ['ic09', 512],
      ['ic10', 1024],
    ]);
    for (const [colours, mask, sizePx] of [
      ['is32', 's8mk', 16],
      ['il32', 'l8mk', 32],
    ] as const) {
      expect(blocks.get(mask)).toHaveLength(sizePx * sizePx);
      let rest = blocks.get(colours) ?? Buffer.alloc(0);
      for (let channel = 0; channel < 3; channel += 1) {
        const [bytes, used] = unpackChannel(rest, sizePx * sizePx);
        expect(bytes).toHaveLength(sizePx * sizePx);
        rest = rest.subarray(used);
      }
      expect(rest).toHaveLength(0);
    }
  });

  test("Linux' are as large as their names say", () => {
    const names = readdirSync(join(folder, 'linux'));
    for (const name of names) {
      const sizePx = Number.parseInt(name, 10);
      expect(name).toBe(`${sizePx}x${sizePx}.png`);
      expect(sizeOfPng(readFileSync(join(folder, 'linux', name)))).toEqual([sizePx, sizePx]);
    }
    const sizes = names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b);
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
  });
});

describe('packing a drawing', () => {
  const drawing: Drawing = {
    sizePx: 2,
    png: Buffer.from(pngStart, 'hex'),
    rgba: Uint8Array.from([1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 0, 10, 11, 12, 128]),
  };

  test('a bitmap goes from the bottom up, blue first', () => {
    const pixels = packIco([drawing]).subarray(6 + 16 + 40, 6 + 16 + 40 + 16);
    expect([...pixels]).toEqual([9, 8, 7, 0, 12, 11, 10, 128, 3, 2, 1, 255, 6, 5, 4, 255]);
  });

  test('a channel comes back as it went in, however long its runs are', () => {
    const bytes = [
      ...Array<number>(300).fill(7),
      1,
      2,
      2,
      3,
      3,
      3,
      ...Array.from({ length: 200 }, (_, n) => n),
    ];
    const packed = packChannel(Uint8Array.from(bytes));
    expect(unpackChannel(packed, bytes.length)).toEqual([bytes, packed.length]);
    expect(packed.length).toBeLessThan(bytes.length);
  });

  test('a missing size is no icon', () => {
    expect(() => packIcns([drawing])).toThrow('no drawing of 16 px');
  });
});
