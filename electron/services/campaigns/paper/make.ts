import { readLogo } from '#db/queries/settings.ts';
import type { OnPaper, PaperAsked } from '#shared/contract/campaigns/paper.ts';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import { unsetField } from '#shared/domain/campaigns/merge.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext } from '../../../context.ts';
import type { JpegPicture, PdfPage } from '../../accountant/files/pdf-page.ts';
import { figuresOf } from '../../sales/paper/figures.ts';
import { pictureOf } from '../../sales/paper/logo.ts';
import { isShownWhole } from '../../sales/paper/sheets.ts';
import { layCalls } from './calls.ts';
import { countLines } from './counts.ts';
import { isLabelWhole, labelOf, labelPages } from './labels.ts';
import { layLetter } from './letters.ts';
import {
  type Counted,
  type PaperPerson,
  peopleOf,
  requireLabel,
  requireWay,
  waitingNow,
} from './whom.ts';

interface Laid {
  readonly people: readonly PaperPerson[];
  readonly pages: readonly PdfPage[];
  readonly logo: JpegPicture | null;
  readonly unshown: number;
}

/** A campaign's people on paper. */
export interface CampaignPaperMade extends Omit<Laid, 'unshown'> {
  readonly counts: OnPaper;
}

function labels(
  all: readonly PaperPerson[],
  { sheet, firstLabel }: Pick<PaperAsked, 'sheet' | 'firstLabel'>,
): Laid {
  const fitting = all.flatMap((person) => {
    const label = labelOf(person, sheet);
    return label === null ? [] : [{ person, label }];
  });
  const written = fitting.map(({ label }) => label);
  const unshown = written.filter((label) => !isLabelWhole(label)).length;
  const pages = labelPages(written, sheet, firstLabel);
  return { people: fitting.map(({ person }) => person), pages, logo: null, unshown };
}

async function letters(
  ctx: ReadContext,
  people: readonly PaperPerson[],
  facts: CampaignFacts,
): Promise<Laid> {
  const { settings, today } = ctx;
  const unset = unsetField({ ...facts, shop: settings.shopName, me: settings.replyName });
  if (unset !== null) throw new AppFailure({ code: 'CONFLICT', reason: `campaign-no-${unset}` });
  const logo = pictureOf(await readLogo(ctx.db));
  const day = figuresOf(settings.language, settings.currency).day(today);
  const laid = people.map((person) => layLetter(person, { settings, day, logo }));
  const unshown = laid.filter(({ isWhole }) => !isWhole).length;
  return { people, pages: laid.flatMap(({ pages }) => pages), logo, unshown };
}

interface Listing {
  readonly facts: CampaignFacts;
  readonly counted: Counted;
}

function calls(
  { settings, today }: ReadContext,
  people: readonly PaperPerson[],
  { facts, counted }: Listing,
): Laid {
  const counts = (unshown: number) =>
    countLines({ ...counted, people: people.length, tooLong: 0 }, settings.language, unshown);
  return { people, logo: null, ...layCalls(people, { settings, facts, today, counts }) };
}

/** Lays a paper out, and counts who is on it and who is not. */
export async function makePaper(ctx: ReadContext, asked: PaperAsked): Promise<CampaignPaperMade> {
  const { what, most } = asked;
  const { on, counted, facts } = await waitingNow(ctx, asked.id, what === 'calls' ? most : null);
  requireWay(facts, asked);
  requireLabel(asked);
  const all = await peopleOf(ctx, facts, on);
  const { unshown, ...laid } =
    what === 'labels'
      ? labels(all, asked)
      : what === 'letters'
        ? await letters(ctx, all, facts)
        : calls(ctx, all, { facts, counted });
  const { people } = laid;
  const pages = people.length === 0 ? [] : laid.pages;
  const sums = { people: people.length, tooLong: all.length - people.length };
  const isWhole = what === 'letters' ? unshown === 0 : isShownWhole(pages);
  return {
    ...{ people, pages, logo: laid.logo },
    counts: { ...counted, ...sums, unshown, isWhole, pages: pages.length },
  };
}
