import { prepareInteractionLookup } from '#db/queries/imports/lookup-interactions.ts';
import { whoFields } from '../customers/row.ts';
import {
  type HasField,
  type KindPlan,
  noCounts,
  type PlanGround,
  type RowKind,
} from '../row-kind.ts';
import { InteractionBook } from './book.ts';
import { InteractionRows } from './rows.ts';
import { writeFollowUps, writeInteractions } from './write.ts';

function brings(has: HasField): boolean {
  const isTold = has('contact.channel', 'contact.text', 'contact.outcome');
  return has('contact.date') && isTold && has(...whoFields);
}

function lacks(has: HasField): string {
  if (!has('contact.date')) return 'contact-date-missing';
  return has(...whoFields) ? 'contact-text-missing' : 'contact-customer-missing';
}

function open({ raw, staging, settings, ids }: PlanGround): KindPlan {
  const book = new InteractionBook(prepareInteractionLookup(raw), ids, settings.timeZone);
  const [counts, followUps] = [noCounts(), noCounts()];
  return {
    rowsOf: (source, _, days) => new InteractionRows(source, book, days),
    finishSource: (outcomes) => book.finishSource(outcomes),
    *write() {
      book.finish();
      yield* writeInteractions(book.slots.values(), staging, counts);
      yield* writeFollowUps(book.followUps.slots.values(), staging, followUps);
    },
    counts: () => ({ contacts: counts, followUps }),
  };
}

/**
 * What happened with customers, and when they are to be contacted again: with whom, on which day, and
 * how or what. Called `contacts` where names are kept in shops: reports, fields, blockers, problems.
 */
export const interactions: RowKind = {
  name: 'contacts',
  fields: ['contact.'],
  columns: 'alone',
  naming: { mode: 'fill', goesByName: true, nobody: 'contact-without-customer' },
  brings,
  lacks,
  open,
};
