import type { Drawing } from './drawing.ts';

/** The names macOS has for each size, once for ordinary and once for dense screens. */
const pngTypes: readonly (readonly [type: string, sizePx: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** At 16 and 32 points on an ordinary screen macOS shows a PNG wrongly; colours and mask it shows. */
const bareTypes: readonly (readonly [colours: string, mask: string, sizePx: number])[] = [
  ['is32', 's8mk', 16],
  ['il32', 'l8mk', 32],
];

const shortestRun = 3;
const longestRun = 130;
const longestLiteral = 128;

function runAt(bytes: Uint8Array, at: number): number {
  let length = 1;
  while (length < longestRun && bytes[at + length] === bytes[at] && at + length < bytes.length) {
    length += 1;
  }
  return length;
}

/** Packs one channel: a run of equal bytes, or bytes as they are, each after a byte that says which. */
export function packChannel(bytes: Uint8Array): Buffer {
  const packed: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const run = runAt(bytes, at);
    if (run >= shortestRun) {
      packed.push(run - shortestRun + 128, bytes[at] ?? 0);
      at += run;
      continue;
    }
    const start = at;
    while (at < bytes.length && at - start < longestLiteral && runAt(bytes, at) < shortestRun)
      at += 1;
    packed.push(at - start - 1, ...bytes.subarray(start, at));
  }
  return Buffer.from(packed);
}

function channelOf(rgba: Uint8Array, channel: number): Uint8Array {
  return rgba.filter((_byte, index) => index % 4 === channel);
}

function block(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(content.length + header.length, 4);
  return Buffer.concat([header, content]);
}

/** macOS's icon: all sizes in one file. Throws when one is missing. */
export function packIcns(drawings: readonly Drawing[]): Buffer {
  const drawn = (sizePx: number): Drawing => {
    const found = drawings.find((one) => one.sizePx === sizePx);
    if (found === undefined) throw new Error(`no drawing of ${sizePx} px`);
    return found;
  };
  const bare = bareTypes.flatMap(([colours, mask, sizePx]) => {
    const { rgba } = drawn(sizePx);
    const channels = [0, 1, 2].map((channel) => packChannel(channelOf(rgba, channel)));
    return [block(colours, Buffer.concat(channels)), block(mask, Buffer.from(channelOf(rgba, 3)))];
  });
  const png = pngTypes.map(([type, sizePx]) => block(type, drawn(sizePx).png));
  return block('icns', Buffer.concat([...bare, ...png]));
}
