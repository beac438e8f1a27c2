import { type OfferForPaper, offerForPaper } from '#db/queries/prospects/paper.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Language, ShopSettings } from '#shared/contract/settings.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { buyerOf, linesOfText, type PaperDocument, shopLinesOf } from '../sales/paper/document.ts';
import { figuresOf } from '../sales/paper/figures.ts';
import { layOut } from '../sales/paper/pages.ts';
import { logoOf, writePages } from '../sales/paper/tasks.ts';
import { wordsOf } from '../sales/paper/words.ts';

const own = {
  id: { title: 'Penawaran', until: 'Berlaku sampai' },
  en: { title: 'Offer', until: 'Valid until' },
} as const satisfies Readonly<Record<Language, object>>;

/** What an offer is made of. */
interface OfferFacts extends Pick<Parsed<'prospects.saveOffer'>, 'text' | 'validUntil'> {
  readonly settings: ShopSettings;
  readonly offer: OfferForPaper;
  readonly worthMinor: number;
  readonly today: string;
}

/** What an offer reads as on paper, in the shop's language. */
function offerDocument(facts: OfferFacts): PaperDocument {
  const { settings, offer, worthMinor, today, text, validUntil } = facts;
  const { paper, shopName, language, currency } = settings;
  const words = wordsOf(language);
  const figures = figuresOf(language, currency);
  const { title, until } = own[language];
  const amount = figures.amount(worthMinor);
  return {
    ...{ form: 'invoice', words, shopName, title, across: null, paid: [] },
    shopLines: shopLinesOf(paper, words),
    facts: [
      { name: words.day, text: figures.day(today) },
      ...(validUntil === null ? [] : [{ name: until, text: figures.day(validUntil) }]),
    ],
    buyer: buyerOf(offer, 'invoice', words),
    lines: [{ product: offer.title, quantity: '1', price: amount, discount: '', amount }],
    sums: [{ name: words.total, text: figures.money(worthMinor), isTotal: true }],
    note: text === '' ? null : text,
    closing: linesOfText(paper.closing),
  };
}

/** Writes what is offered to a customer as a PDF. */
async function writeOffer(
  ctx: TaskContext,
  { id, text, validUntil }: Parsed<'prospects.saveOffer'>,
  { path }: ChosenPath,
): Promise<Output<'prospects.saveOffer'>> {
  const { db } = ctx.open();
  const offer = await offerForPaper(db, id);
  if (offer === null) throw notFound('prospect');
  const { worthMinor } = offer;
  if (worthMinor === null) throw new AppFailure({ code: 'CONFLICT', reason: 'offer-no-worth' });
  const { settings } = await readSettings(db);
  const today = ctx.clock.today();
  const document = offerDocument({ settings, offer, worthMinor, today, text, validUntil });
  const logo = await logoOf(ctx);
  const { pages, isWhole } = layOut(document, settings.paper.roll, logo);
  await writePages(ctx, path, pages, logo);
  return { path, isWhole };
}

/** What the task process does for prospects on paper. */
export const offerTasks = { 'prospects.saveOffer': writeOffer };
