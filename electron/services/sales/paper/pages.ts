import type { PaperForm, PaperSettings } from '#shared/contract/sales/paper.ts';
import type { JpegPicture, PdfPage } from '../../accountant/files/pdf-page.ts';
import { type PaperDocument, type PaperFacts, paperDocument } from './document.ts';
import { invoicePages } from './invoice.ts';
import { receiptPages } from './receipt.ts';
import { isShownWhole } from './sheets.ts';

function draw(
  document: PaperDocument,
  roll: PaperSettings['roll'],
  logo: JpegPicture | null,
): PdfPage[] {
  return document.form === 'receipt'
    ? receiptPages(document, roll, logo)
    : invoicePages(document, logo);
}

/** Pages, and whether every letter on them has a shape. */
interface LaidOut {
  readonly pages: readonly PdfPage[];
  readonly isWhole: boolean;
}

/**
 * A document laid out on its pages. Where letters have no shape in the paper's fonts it says so at its end,
 * and `isWhole` is false.
 */
export function layOut(
  document: PaperDocument,
  roll: PaperSettings['roll'],
  logo: JpegPicture | null,
): LaidOut {
  const pages = draw(document, roll, logo);
  if (isShownWhole(pages)) return { pages, isWhole: true };
  const closing = [...document.closing, document.words.unshown];
  return { pages: draw({ ...document, closing }, roll, logo), isWhole: false };
}

/** A sale laid out on its pages. */
export function paperPages(facts: PaperFacts, form: PaperForm, logo: JpegPicture | null): LaidOut {
  return layOut(paperDocument(facts, form), facts.settings.paper.roll, logo);
}
