import { isUtf8 } from 'node:buffer';

function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Cuts a stream of bytes into pieces that end with a whole character, and checks them strictly. */
export class Utf8Chunks {
  #carry: Buffer = Buffer.alloc(0);

  /** The characters completed so far, or null where the bytes are not UTF-8. */
  feed(bytes: Buffer): Buffer | null {
    const joined = this.#carry.length === 0 ? bytes : Buffer.concat([this.#carry, bytes]);
    const cut = joined.length - incompleteTail(joined);
    this.#carry = joined.subarray(cut);
    const whole = joined.subarray(0, cut);
    return isUtf8(whole) ? whole : null;
  }

  /** True where no half character is left over at the end. */
  get isComplete(): boolean {
    return this.#carry.length === 0;
  }
}
