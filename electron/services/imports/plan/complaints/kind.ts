import {
  keepComplaintNumbers,
  perhapsComeBack,
  type YearNumber,
} from '#db/queries/imports/brought-complaints.ts';
import { prepareComplaintLookup } from '#db/queries/imports/lookup-complaints.ts';
import { readPlanFact, writePlanFact } from '#db/staging/plan.ts';
import { businessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { noticeComingBack } from '../../../complaints/came-back.ts';
import type {
  Brought,
  EarlierPlans,
  HasField,
  KindPlan,
  PlanGround,
  RowKind,
} from '../row-kind.ts';
import { sales } from '../sales/kind.ts';
import { ComplaintBook } from './book.ts';
import { ComplaintRows } from './rows.ts';
import { ComplaintWriter } from './write.ts';

/** Under it the plan keeps the running numbers that it has given out. */
const numbersFact = 'complaintNumbers';

function brings(has: HasField): boolean {
  return has('complaint.receivedOn') && has('complaint.title', 'complaint.text');
}

function lacks(has: HasField): string {
  return has('complaint.receivedOn') ? 'complaint-text-missing' : 'complaint-date-missing';
}

function open(ground: PlanGround, earlier: EarlierPlans): KindPlan {
  const { raw, staging, settings, digits, ids } = ground;
  const lookup = prepareComplaintLookup(raw);
  const context = { settings, calendar: businessCalendar(settings) };
  const book = new ComplaintBook(lookup, () => ids.of('complaints'), context);
  const writer = new ComplaintWriter(ground, lookup);
  const { byNumber: findSale } = earlier(sales);
  return {
    rowsOf: (source, _, days) => new ComplaintRows(source, { days, digits }, book, findSale),
    *write() {
      writePlanFact(staging, numbersFact, book.giveNumbers());
      yield* writer.write(book.slots.values());
    },
    counts: () => ({ complaints: writer.counts }),
  };
}

/** Numbers given out are not given again; a cause that came back opens the earlier complaint. */
function follow({ raw, staging, settings, clock, importId, batchId }: Brought): void {
  keepComplaintNumbers(raw, readPlanFact(staging, numbersFact) as YearNumber[]);
  const recurring = { raw, settings, today: clock.today(), clock };
  for (const id of perhapsComeBack(raw, importId)) noticeComingBack(recurring, batchId, id);
}

/** Complaints with their chain: what is complained about, and the day it came in. */
export const complaints: RowKind = {
  name: 'complaints',
  fields: ['complaint.'],
  columns: 'alone',
  naming: { mode: 'fill', goesByName: true },
  brings,
  lacks,
  open,
  follow,
};
