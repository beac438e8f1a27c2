import { readLogo } from '#db/queries/settings.ts';
import type { OnPaper, PaperAsked } from '#shared/contract/campaigns/paper.ts';
import type { ReadContext } from '../../../context.ts';
import type { JpegPicture, PdfPage } from '../../accountant/files/pdf-page.ts';
import { pictureOf } from '../../sales/paper/logo.ts';
import { addressLines } from './address.ts';
import { callPages } from './calls.ts';
import { countLines } from './counts.ts';
import { fitsOnLabel, labelPages } from './labels.ts';
import { letterPages } from './letters.ts';
import { areShown } from './shown.ts';
import { type PaperPerson, peopleOf, requireLabel, requireWay, waitingNow } from './whom.ts';

/** What is put on paper of somebody that could hold letters without a shape there. */
function isShown(person: PaperPerson, what: PaperAsked['what']): boolean {
  const said = what === 'labels' ? [] : [person.text, what === 'calls' ? person.product : null];
  return areShown([person.name, ...addressLines(person.address), ...said]);
}

/** A campaign's people on paper. */
export interface CampaignPaperMade {
  readonly people: readonly PaperPerson[];
  readonly pages: readonly PdfPage[];
  readonly logo: JpegPicture | null;
  readonly counts: OnPaper;
}

/** Lays a paper out, and counts who is on it and who is not. */
export async function makePaper(ctx: ReadContext, asked: PaperAsked): Promise<CampaignPaperMade> {
  const { what, sheet, firstLabel } = asked;
  const { on, counted, facts } = await waitingNow(
    ctx,
    asked.id,
    what === 'calls' ? asked.most : null,
  );
  requireWay(facts, asked);
  requireLabel(asked);
  const all = await peopleOf(ctx, facts, on);
  const people = what === 'labels' ? all.filter((one) => fitsOnLabel(one, sheet)) : all;
  const counts = { ...counted, people: people.length, tooLong: all.length - people.length };
  const unshown = people.filter((one) => !isShown(one, what)).length;
  const logo = what === 'letters' ? pictureOf(await readLogo(ctx.db)) : null;
  const { settings, today } = ctx;
  const pages =
    what === 'labels'
      ? labelPages(people, sheet, firstLabel)
      : what === 'letters'
        ? letterPages(people, { settings, today, logo })
        : callPages(people, {
            ...{ settings, facts, today },
            counts: countLines(counts, settings.language, unshown),
          });
  const made = people.length === 0 ? [] : pages;
  return { people, pages: made, logo, counts: { ...counts, unshown, pages: made.length } };
}
