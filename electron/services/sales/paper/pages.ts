import type { PaperForm } from '#shared/contract/sales/paper.ts';
import type { JpegPicture, PdfPage } from '../../accountant/files/pdf-page.ts';
import { type PaperDocument, type PaperFacts, paperDocument } from './document.ts';
import { invoicePages } from './invoice.ts';
import { receiptPages } from './receipt.ts';
import { isShownWhole } from './sheets.ts';

function draw(document: PaperDocument, facts: PaperFacts, logo: JpegPicture | null): PdfPage[] {
  return document.form === 'receipt'
    ? receiptPages(document, facts.settings.paper.roll, logo)
    : invoicePages(document, logo);
}

/**
 * A sale laid out on its pages. Where letters have no shape in the paper's fonts it says so at its end,
 * and `isWhole` is false.
 */
export function paperPages(
  facts: PaperFacts,
  form: PaperForm,
  logo: JpegPicture | null,
): { readonly pages: readonly PdfPage[]; readonly isWhole: boolean } {
  const document = paperDocument(facts, form);
  const pages = draw(document, facts, logo);
  if (isShownWhole(pages)) return { pages, isWhole: true };
  const closing = [...document.closing, document.words.unshown];
  return { pages: draw({ ...document, closing }, facts, logo), isWhole: false };
}
