import type { Drawing } from './drawing.ts';

const headerBytes = 6;
const entryBytes = 16;
const bitmapHeaderBytes = 40;
// From here on Windows wants a PNG; below it old programs know bitmaps only.
const pngFromPx = 256;

/** A bitmap as icons hold it: blue first, from the bottom up, then a mask that alpha makes idle. */
function bitmapOf({ sizePx, rgba }: Drawing): Buffer {
  const header = Buffer.alloc(bitmapHeaderBytes);
  header.writeUInt32LE(bitmapHeaderBytes, 0);
  header.writeInt32LE(sizePx, 4);
  // Colours and mask together are twice as high.
  header.writeInt32LE(sizePx * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    const x = (at / 4) % sizePx;
    const y = sizePx - 1 - Math.floor(at / 4 / sizePx);
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    pixels.set([blue, green, red, alpha], (y * sizePx + x) * 4);
  }
  const maskRowBytes = Math.ceil(sizePx / 32) * 4;
  return Buffer.concat([header, pixels, Buffer.alloc(maskRowBytes * sizePx)]);
}

/** Windows' icon: all sizes in one file. */
export function packIco(drawings: readonly Drawing[]): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(drawings.length, 4);
  const pictures = drawings.map((one) => (one.sizePx < pngFromPx ? bitmapOf(one) : one.png));
  let offset = headerBytes + entryBytes * drawings.length;
  const entries = drawings.map(({ sizePx }, index) => {
    const entry = Buffer.alloc(entryBytes);
    const bytes = pictures[index]?.length ?? 0;
    // A byte holds no 256: zero stands for it.
    entry.set([sizePx % 256, sizePx % 256], 0);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(bytes, 8);
    entry.writeUInt32LE(offset, 12);
    offset += bytes;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures]);
}
