import { badFile } from '#shared/errors.ts';
import type { SourceFile } from '../sealed/source-file.ts';
import { looksLikeChat } from './chat/open-chat.ts';
import { readChunks } from './file-chunks.ts';

const MAGIC: readonly (readonly [string, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['gif', Buffer.from('GIF8')],
  ['webp', Buffer.from('RIFF')],
  ['gzip', Buffer.from([0x1f, 0x8b, 0x08])],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['rar', Buffer.from('Rar!\x1a\x07', 'latin1')],
  ['sqlite', Buffer.from('SQLite format 3\0')],
  ['rtf', Buffer.from('{\\rtf')],
  ['sylk', Buffer.from('ID;P')],
];
/** The first bytes of old workbooks that are bare records, without a compound file around them. */
const BARE_RECORDS: readonly Buffer[] = [
  Buffer.from([0x09, 0x00, 0x04, 0x00]),
  Buffer.from([0x09, 0x02, 0x06, 0x00]),
  Buffer.from([0x09, 0x04, 0x06, 0x00]),
  Buffer.from([0x09, 0x08, 0x08, 0x00]),
  Buffer.from([0x09, 0x08, 0x10, 0x00]),
];
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const VCARD = /^\s*begin:vcard\s/i;
const MARKUP =
  /^\s*<(\?xml|!doctype\s+html|html|head|meta|style|body|div|center|table|workbook|\w+:workbook)[\s>]/i;

async function isEncrypted(handle: SourceFile, signal: AbortSignal | undefined): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of readChunks(handle, 0, signal)) {
    const joined = Buffer.concat([tail, chunk]);
    if (joined.includes(ENCRYPTED)) return true;
    tail = joined.subarray(-ENCRYPTED.length);
  }
  return false;
}

/**
 * Tells workbooks, web pages, contacts and texts apart by the first bytes; the name counts for nothing. Fails with
 * `unsupported` and the format as detail, or `password` for an encrypted workbook.
 */
export async function detectFormat(
  handle: SourceFile,
  start: Buffer,
  signal: AbortSignal | undefined,
): Promise<'zip' | 'xls' | 'html' | 'vcard' | 'chat' | 'text'> {
  if (start.subarray(0, OLE.length).equals(OLE)) {
    if (await isEncrypted(handle, signal)) throw badFile('password');
    return 'xls';
  }
  if (BARE_RECORDS.some((magic) => start.subarray(0, magic.length).equals(magic))) return 'xls';
  const zip = start.subarray(0, 4).toString('latin1');
  if (zip === 'PK\x03\x04' || zip === 'PK\x05\x06' || zip === 'PK\x07\x08') return 'zip';
  const known = MAGIC.find(([, magic]) => start.subarray(0, magic.length).equals(magic));
  if (known !== undefined) throw badFile('unsupported', known[0]);
  const isWide = start.subarray(0, 2).toString('hex') === 'fffe';
  const text = start
    .subarray(0, 512)
    .toString(isWide ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '');
  if (VCARD.test(text)) return 'vcard';
  const markup = MARKUP.exec(text)?.[1];
  if (markup !== undefined) {
    if (!/xml|workbook/i.test(markup)) return 'html';
    if (!/<html[\s>]/i.test(text)) throw badFile('unsupported', 'xml');
    return 'html';
  }
  return looksLikeChat(text) ? 'chat' : 'text';
}
