import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chargesOf } from '#db/queries/payments/account.ts';
import { paymentsOfSale } from '#db/queries/payments/read.ts';
import { linesForPaper, saleForPaper } from '#db/queries/sales/paper.ts';
import { readLogo, readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { SaleId } from '#shared/ids.ts';
import type { ActionContext, Platform, TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { type JpegPicture, type PdfPage, pagesPdf } from '../../accountant/files/pdf-page.ts';
import { writeFileAtomically } from '../../exports/files/atomic-file.ts';
import type { PaperFacts } from './document.ts';
import { pictureOf } from './logo.ts';
import { paperPages } from './pages.ts';

type Request = Parsed<'sales.print'>;
type Named = Pick<Request, 'name'>;

const passing = 'langgan-print-';
/** A program may be slow to read what it was given: the latest stay. */
const keptPassing = 3;

/** A number of the shop's own may hold what no system takes in the name of a file. */
function fileNameOf(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N} ._()-]+/gu, '-').replace(/^[. -]+|[. -]+$/g, '');
  return `${plain === '' ? 'langgan' : plain}.pdf`;
}

/** Asks where the PDF goes. Null: the dialog was closed. */
export async function choosePaperPath(
  ctx: ActionContext,
  { name }: Named,
): Promise<{ prepared: ChosenPath } | null> {
  const path = await ctx.platform.dialogs.saveTable(fileNameOf(name), 'pdf');
  return path === null ? null : { prepared: { path } };
}

async function dropFormer(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(passing));
  const folders = await Promise.all(
    names.map(async (name) => {
      const path = join(tmpdir(), name);
      return { path, madeAt: (await stat(path)).mtimeMs };
    }),
  );
  folders.sort((one, other) => other.madeAt - one.madeAt);
  for (const { path } of folders.slice(keptPassing)) await rm(path, { recursive: true });
}

/** A place for a file that is only shown: in a folder of its own that nobody else may read. */
export async function passingPaperPath({ name }: Named): Promise<{ prepared: ChosenPath }> {
  // One that is still open elsewhere, or gone meanwhile, keeps nobody from printing.
  await dropFormer().catch(() => undefined);
  const folder = await mkdtemp(join(tmpdir(), passing));
  return { prepared: { path: join(folder, fileNameOf(name)) } };
}

const shown: readonly string[] = [
  'sales.print',
  'feedback.print',
  'campaigns.print',
  'handover.print',
  'segments.printPicture',
];

/** Shows what a task printed in the system's program for PDFs; CONFLICT where there is none. */
export async function showPaper(
  platform: Platform,
  channel: string,
  prepared: unknown,
): Promise<void> {
  if (!shown.includes(channel)) return;
  const { path } = prepared as ChosenPath;
  // The system opens a file as it opens a folder: by its kind.
  if (await platform.openFolder(path)) return;
  throw new AppFailure({ code: 'CONFLICT', reason: 'pdf-no-program' });
}

async function factsOf(ctx: TaskContext, id: SaleId): Promise<PaperFacts> {
  const { db } = ctx.open();
  const today = ctx.clock.today();
  const sale = await saleForPaper(db, id);
  if (sale === null) throw notFound('sale');
  const [charge] = await chargesOf(db, today, [id]);
  const payments = (await paymentsOfSale(db, id)).filter(({ paidOn }) => paidOn <= today);
  return {
    settings: (await readSettings(db)).settings,
    sale,
    lines: await linesForPaper(db, id),
    payments: payments.reverse().map(({ paidOn, method, parts }) => ({
      ...{ paidOn, method },
      amountMinor: parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    })),
    returnedMinor: charge?.returnedMinor ?? 0,
  };
}

/** The shop's picture, as pages have it; null: there is none. */
export async function logoOf(ctx: TaskContext): Promise<JpegPicture | null> {
  return pictureOf(await readLogo(ctx.open().db));
}

/** Writes pages as a PDF, whole or not at all. */
export async function writePages(
  ctx: TaskContext,
  path: string,
  pages: readonly PdfPage[],
  logo: JpegPicture | null,
): Promise<void> {
  await writeFileAtomically(path, once(pagesPdf(pages, logo)), ctx.signal);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Writes a sale as a receipt or an invoice. */
async function writePaper(
  ctx: TaskContext,
  { id, form }: Request,
  { path }: ChosenPath,
): Promise<Output<'sales.savePdf'>> {
  const logo = await logoOf(ctx);
  const { pages, isWhole } = paperPages(await factsOf(ctx, id), form, logo);
  await writePages(ctx, path, pages, logo);
  return { path, isWhole };
}

/** What the task process does for sales on paper. */
export const salesPaperTasks = { 'sales.savePdf': writePaper, 'sales.print': writePaper };
