import { readSettings } from '#db/queries/settings.ts';
import type { SheetPart } from '#shared/domain/sheets/part.ts';
import type { TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { pagesPdf } from '../../accountant/files/pdf-page.ts';
import type { WorthReport } from '../../insights/report/part.ts';
import { reportPages } from '../../insights/report/report-pages.ts';
import { type Words, wordsFor } from '../../insights/report/words.ts';
import { reportSheets } from '../../insights/report/workbook.ts';
import { stopIfAborted, writeFileAtomically } from '../files/atomic-file.ts';
import { writeXlsx } from '../files/write-xlsx.ts';
import { reportPartOf } from './sheet-report.ts';

/** A sheet as it is kept: what stands in front of its parts. */
interface KeptSheet {
  readonly title: string;
  readonly shopName: string;
  readonly finding: string;
  readonly facts: readonly string[];
  readonly parts: readonly SheetPart[];
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Writes a sheet to print or to sort, whole or not at all. */
async function writeSheet(
  ctx: TaskContext,
  { words, sheet, format }: { words: Words; sheet: KeptSheet; format: 'pdf' | 'xlsx' },
  { path }: ChosenPath,
): Promise<{ path: string; isWhole: boolean }> {
  const { signal } = ctx;
  stopIfAborted(signal);
  const form = format === 'pdf' ? 'paper' : 'file';
  const { parts, ...front } = sheet;
  const report: WorthReport = {
    ...front,
    ...{ estimated: [], unsaid: [] },
    parts: parts.map((part) => reportPartOf(words, part, form)),
  };
  ctx.progress('exporting', 1, 2);
  if (format === 'xlsx') {
    await writeXlsx(path, reportSheets(words, report), { signal, currency: words.currency });
    return { path, isWhole: true };
  }
  const { pages, isWhole } = reportPages(report, words);
  await writeFileAtomically(path, once(pagesPdf(pages)), signal);
  return { path, isWhole };
}

/** What a sheet is of, and how it is told. */
interface Keeping<Facts> {
  readonly format: 'pdf' | 'xlsx';
  read(): Promise<Facts>;
  tell(words: Words, facts: Facts): Omit<KeptSheet, 'shopName'>;
}

/** Reads what a sheet is of, and writes it in the shop's words. */
export async function keepSheet<Facts extends { readonly shopName: string }>(
  ctx: TaskContext,
  { format, read, tell }: Keeping<Facts>,
  place: ChosenPath,
): Promise<{ path: string; isWhole: boolean }> {
  ctx.progress('exporting', 0, 2);
  const words = wordsFor((await readSettings(ctx.open().db)).settings);
  const facts = await read();
  const sheet = { shopName: facts.shopName, ...tell(words, facts) };
  return writeSheet(ctx, { words, sheet, format }, place);
}
