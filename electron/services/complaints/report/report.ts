import {
  compensationsFor,
  complaintsAround,
  type GivenCompensation,
  type ReportedComplaint,
} from '#db/queries/complaints/report.ts';
import { type ComplaintReport, compensationKind } from '#shared/contract/complaints-report.ts';
import { businessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { commonSpelling, paretoOf } from '#shared/domain/complaints/pareto.ts';
import type { ComplaintId, CustomerId, ProductId } from '#shared/ids.ts';
import type { ReadContext } from '../../../context.ts';
import { boughtAgain } from './bought-again.ts';
import { defectsPer100, monthsFrom } from './defects.ts';
import { isWaiting, waitingTimes } from './waiting-times.ts';

const givenShown = 500;

/** Local days, both included. */
export interface ReportSpan {
  readonly from: string;
  readonly to: string;
}

/** The complaints of the span with what each has cost. */
interface Population {
  readonly complaints: readonly ReportedComplaint[];
  readonly given: readonly GivenCompensation[];
  readonly costOf: ReadonlyMap<number, number>;
  readonly timeZone: string;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sumOf<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** Not in the trash and received on a local day of the span, both ends included; cost in minor units. */
async function populationOf(ctx: ReadContext, span: ReportSpan): Promise<Population> {
  const { timeZone } = ctx.settings;
  const complaints = (await complaintsAround(ctx.db, span.from, span.to)).filter((complaint) => {
    const day = localDay(complaint.receivedAt, timeZone);
    return day >= span.from && day <= span.to;
  });
  const given = await compensationsFor(
    ctx.db,
    complaints.map((complaint) => complaint.id),
  );
  const costOf = new Map<number, number>();
  for (const { complaintId, costMinor } of given) {
    costOf.set(complaintId, (costOf.get(complaintId) ?? 0) + costMinor);
  }
  return { complaints, given, costOf, timeZone };
}

/**
 * Month by month: received and what those came to cost, by the month of receipt; resolved, of the
 * same complaints, by the month of the solution. From the span's first month to its last, or to the
 * month of the last solution if that is later.
 */
function byMonth(population: Population, span: ReportSpan): ComplaintReport['byMonth'] {
  const { complaints, costOf, timeZone } = population;
  if (span.from > span.to) return [];
  const month = (instant: string) => monthOf(localDay(instant, timeZone));
  const placed = complaints.map((complaint) => ({
    received: month(complaint.receivedAt),
    resolved: complaint.resolvedAt === null ? null : month(complaint.resolvedAt),
    cost: costOf.get(complaint.id) ?? 0,
  }));
  const last = placed.reduce(
    (latest, { resolved }) => (resolved !== null && resolved > latest ? resolved : latest),
    monthOf(span.to),
  );
  const received = Map.groupBy(placed, (row) => row.received);
  const resolved = Map.groupBy(placed, (row) => row.resolved);
  return monthsFrom(span.from, `${last}-01`).map((name) => ({
    month: name,
    received: received.get(name)?.length ?? 0,
    resolved: resolved.get(name)?.length ?? 0,
    costMinor: sumOf(received.get(name) ?? [], (row) => row.cost),
  }));
}

interface Group {
  readonly key: string;
  readonly productId: ProductId | null;
  readonly complaints: readonly ReportedComplaint[];
}

function pareto(
  population: Population,
  groups: readonly Group[],
  spellingOf: (complaint: ReportedComplaint) => string | null,
): ComplaintReport['byCause'] {
  return paretoOf(
    groups.map(({ key, productId, complaints }) => ({
      key,
      label: commonSpelling(complaints.map((row) => spellingOf(row) ?? key)),
      productId,
      count: complaints.length,
      costMinor: sumOf(complaints, (row) => population.costOf.get(row.id) ?? 0),
    })),
  );
}

/** Pareto by cause: spellings of one key are one cause, named by the most frequent one. */
function byCause(population: Population): ComplaintReport['byCause'] {
  const known = Map.groupBy(population.complaints, (row) => row.causeKey);
  const groups = [...known].flatMap(([key, complaints]) =>
    key === null ? [] : [{ key, productId: null, complaints }],
  );
  return pareto(population, groups, (row) => row.cause);
}

function byProduct(population: Population): ComplaintReport['byProduct'] {
  const known = Map.groupBy(population.complaints, (row) => row.productId);
  const groups = [...known].flatMap(([id, complaints]) =>
    id === null ? [] : [{ key: String(id), productId: id as ProductId, complaints }],
  );
  return pareto(population, groups, (row) => row.product);
}

/** What was given for the complaints of the span, whenever it was given. Minor units. */
function compensationOf(population: Population): ComplaintReport['compensation'] {
  const { complaints, given } = population;
  const complaintOf = new Map(complaints.map((complaint) => [complaint.id, complaint]));
  const byKind = compensationKind.options
    .map((kind) => given.filter((row) => row.kind === kind))
    .flatMap((rows) => {
      const kind = rows[0]?.kind;
      const costMinor = sumOf(rows, (row) => row.costMinor);
      return kind === undefined ? [] : [{ kind, count: rows.length, costMinor }];
    })
    .sort((a, b) => b.costMinor - a.costMinor || b.count - a.count);
  return {
    costMinor: sumOf(given, (row) => row.costMinor),
    amountMinor: sumOf(given, (row) => row.amountMinor),
    count: given.length,
    aboveAuthority: given.filter((row) => row.isWithinAuthority === 0).length,
    byKind,
    given: given.slice(0, givenShown).map(({ complaintId, kind, costMinor, givenOn }) => {
      const complaint = complaintOf.get(complaintId);
      const { number = '', title = '' } = complaint ?? {};
      return { complaintId: complaintId as ComplaintId, number, title, kind, costMinor, givenOn };
    }),
  };
}

/** Customers with two complaints of the span or more, most first, then by name. */
function failedTwice({ complaints }: Population): ComplaintReport['twice'] {
  const named = complaints.filter((complaint) => complaint.customerId !== null);
  return [...Map.groupBy(named, (complaint) => complaint.customerId)]
    .filter(([, rows]) => rows.length > 1)
    .map(([id, rows]) => ({
      customerId: id as CustomerId,
      name: rows[0]?.customerName ?? '',
      count: rows.length,
    }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        (a.name === b.name ? a.customerId - b.customerId : a.name < b.name ? -1 : 1),
    );
}

/** First contact, of those solved; what is known of those with a corrective action that was done. */
function repeats({ complaints }: Population) {
  const resolved = complaints.filter((complaint) => complaint.resolvedAt !== null);
  const atOnce = resolved.filter((complaint) => complaint.isFirstContact === 1).length;
  const acted = complaints.filter((complaint) => complaint.hasClosedAction === 1);
  const known = Map.groupBy(acted, (complaint) => {
    if (complaint.hasComeBack === 1) return 'cameBack';
    if (complaint.isUnwaited === 1) return 'unwaited';
    return complaint.isUnchecked === 1 ? 'waiting' : 'held';
  });
  const count = (what: 'cameBack' | 'held' | 'waiting' | 'unwaited') =>
    known.get(what)?.length ?? 0;
  const [cameBack, held] = [count('cameBack'), count('held')];
  return {
    firstContact: {
      resolved: resolved.length,
      firstContact: atOnce,
      share: ratio(atOnce, resolved.length),
    },
    cameBack: {
      withClosedAction: acted.length,
      cameBack,
      held,
      waiting: count('waiting'),
      unwaited: count('unwaited'),
      share: ratio(cameBack, cameBack + held),
    },
    reopened: complaints.filter((complaint) => complaint.reopened > 0).length,
  };
}

/**
 * What complaints teach: those received on the local days from `from` to `to` and not in the trash,
 * as they stand now, so that each figure equals the list it opens. Only the defects go their own way
 * (twelve months up to `to`).
 */
export async function complaintReportOf(
  ctx: ReadContext,
  span: ReportSpan,
): Promise<ComplaintReport> {
  const population = await populationOf(ctx, span);
  const { complaints } = population;
  const calendar = businessCalendar(ctx.settings);
  const now = ctx.clock.instant();
  const count = (is: (complaint: ReportedComplaint) => boolean) => complaints.filter(is).length;
  return {
    ...span,
    received: complaints.length,
    open: count((complaint) => isWaiting(complaint, 'resolution')),
    byMonth: byMonth(population, span),
    byCause: byCause(population),
    byProduct: byProduct(population),
    withoutCause: count((complaint) => complaint.causeKey === null),
    withoutProduct: count((complaint) => complaint.productId === null),
    answer: waitingTimes(complaints, 'answer', now, calendar),
    resolution: waitingTimes(complaints, 'resolution', now, calendar),
    ...repeats(population),
    compensation: compensationOf(population),
    defects: await defectsPer100(ctx, span.to),
    boughtAgain: await boughtAgain(ctx, complaints, span.to),
    twice: failedTwice(population),
  };
}
