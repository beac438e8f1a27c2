import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { badFile } from '#shared/errors.ts';

/** Bytes of the file itself in one sealed piece. */
export const PIECE_BYTES = 65_536;

const mark = Buffer.from('LANGGAN SEALED 1', 'latin1');
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const purpose = 'langgan: what waits on the import';

/** Bytes before the first sealed piece: the mark, and what this file's own key is derived with. */
export const HEAD_BYTES = mark.length + saltBytes;
/** Bytes that a piece is longer by once it is sealed. */
const OVER_BYTES = nonceBytes + tagBytes;
/** Bytes of a whole sealed piece. */
export const RECORD_BYTES = PIECE_BYTES + OVER_BYTES;

/** Whether a file begins as sealed ones do. */
export function isMarked(start: Buffer): boolean {
  return start.length >= HEAD_BYTES && start.subarray(0, mark.length).equals(mark);
}

/** Where a sealed piece begins in its file. */
export function recordAt(index: number): number {
  return HEAD_BYTES + index * RECORD_BYTES;
}

/** Bytes that a sealed file holds, by its own size. */
export function plainSize(size: number): number {
  const body = Math.max(0, size - HEAD_BYTES);
  return Math.max(0, body - Math.ceil(body / RECORD_BYTES) * OVER_BYTES);
}

function numbered(index: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(index));
  return bytes;
}

/**
 * Seals the pieces of one file by AES-256-GCM, each under its number: every piece can be read by itself, and none
 * in another's place. The file's key is derived from the shop's and lies nowhere.
 */
export class ChunkCipher {
  readonly head: Buffer;
  readonly #key: Buffer;

  /** `key` is the shop's raw key, hex; `head` that of a file which is there already. */
  constructor(key: string, head: Buffer = Buffer.concat([mark, randomBytes(saltBytes)])) {
    this.head = Buffer.from(head.subarray(0, HEAD_BYTES));
    const salt = this.head.subarray(mark.length);
    this.#key = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), salt, purpose, 32));
  }

  seal(index: number, plain: Uint8Array): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    cipher.setAAD(numbered(index));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** Fails with `BAD_FILE damaged` where it is not what was sealed there. */
  open(index: number, record: Buffer): Buffer {
    if (record.length <= OVER_BYTES) throw badFile('damaged', 'a sealed piece is cut off');
    const nonce = record.subarray(0, nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(numbered(index));
    decipher.setAuthTag(record.subarray(record.length - tagBytes));
    try {
      const plain = decipher.update(record.subarray(nonceBytes, record.length - tagBytes));
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      throw badFile('damaged', 'a sealed piece is not what it was');
    }
  }

  /** A whole file, sealed from a piece's number on. */
  sealAll(plain: Uint8Array, first = 0): Buffer {
    const records: Buffer[] = [];
    for (let at = 0; at < plain.length; at += PIECE_BYTES)
      records.push(this.seal(first + at / PIECE_BYTES, plain.subarray(at, at + PIECE_BYTES)));
    return Buffer.concat(records);
  }
}
