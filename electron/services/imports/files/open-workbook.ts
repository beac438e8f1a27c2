import { badFile } from '#shared/errors.ts';
import { openSource, type SourceFile } from '../sealed/source-file.ts';
import { openChat, openZippedChat } from './chat/open-chat.ts';
import { CHUNK_BYTES, stopIfAborted } from './file-chunks.ts';
import { detectFormat } from './file-format.ts';
import { openHtml } from './html/open-html.ts';
import { openXls } from './old-excel/open-xls.ts';
import { openCsv } from './open-csv.ts';
import { openZippedBook } from './open-xlsx.ts';
import { asUnreadable } from './unreadable.ts';
import { openVcard } from './vcard/open-vcard.ts';
import type { OpenOptions, Workbook } from './workbook.ts';

export type { OpenOptions, SheetInfo, TextLayout, Workbook } from './workbook.ts';

const openers = { vcard: openVcard, chat: openChat, text: openCsv, xls: openXls, html: openHtml };

async function openHandle(path: string): Promise<SourceFile> {
  try {
    return await openSource(path);
  } catch (error) {
    throw asUnreadable(error);
  }
}

/**
 * Opens a workbook (XLSX, XLSB, XLS, ODS), a CSV, a table of a web page, vCards or a chat from outside by what its
 * bytes are. Fails with `CANCELLED` or `BAD_FILE`: `not-found`, `unreadable`, `empty`, `unsupported` (the format is
 * the detail: `pdf`, `office document`…),
 * `password`, `encoding`, `truncated`, `damaged`, `too-large`, `too-many-columns`, `no-rows` (no
 * sheet), `changed-on-disk`, and `hostile` for what no honest program writes.
 */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  stopIfAborted(options.signal);
  const handle = await openHandle(path);
  let isKept = false;
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw badFile('unsupported', 'not a file');
    if (stat.size === 0) throw badFile('empty');
    const buffer = Buffer.alloc(Math.min(CHUNK_BYTES, stat.size));
    const { bytesRead } = await handle
      .read(buffer, 0, buffer.length, 0)
      .catch((error: unknown) => Promise.reject(asUnreadable(error)));
    const start = buffer.subarray(0, bytesRead);
    const format = await detectFormat(handle, start, options.signal);
    if (format === 'zip')
      return (await openZippedChat(path, options)) ?? (await openZippedBook(path, options));
    const file = { handle, size: stat.size, modifiedMs: stat.mtimeMs, start };
    const workbook = await openers[format](file, options);
    isKept = true;
    return workbook;
  } finally {
    if (!isKept) await handle.close();
  }
}
