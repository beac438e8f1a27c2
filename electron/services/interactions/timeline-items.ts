import { ownFieldNames } from '#db/queries/customers/own-fields.ts';
import { timelineChanges } from '#db/queries/timeline/changes.ts';
import { timelineClaims } from '#db/queries/timeline/claims.ts';
import { timelineComplaints } from '#db/queries/timeline/complaints.ts';
import { timelineFollowUps } from '#db/queries/timeline/follow-ups.ts';
import { timelineImports } from '#db/queries/timeline/imports.ts';
import { timelineContacts } from '#db/queries/timeline/interactions.ts';
import { timelinePayments } from '#db/queries/timeline/payments.ts';
import { timelineReviews } from '#db/queries/timeline/reviews.ts';
import { timelineSales } from '#db/queries/timeline/sales.ts';
import type { Position, SearchPage, SourcePage } from '#db/queries/timeline/source.ts';
import { timelineSurveys } from '#db/queries/timeline/surveys.ts';
import type { TimelineItem, TimelineKind } from '#shared/contract/interactions/interactions.ts';
import { instantOf, noonOf } from '#shared/domain/calendar/zone-time.ts';
import type {
  BatchId,
  ClaimId,
  ComplaintId,
  FollowUpId,
  ImportId,
  InteractionId,
  PaymentId,
  ReviewId,
  SaleId,
  SurveyAnswerId,
  SurveyId,
} from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { changedFields } from '../history/history.ts';

/** An item with where its source goes on after it. */
export interface Entry {
  readonly item: TimelineItem;
  readonly position: Position;
}

/** Reads a stretch of a source that an index hands out in the timeline's order. */
export type ReadSource = (ctx: ReadContext, page: SourcePage) => Promise<Entry[]>;

/** Reads a stretch of one that is searched for, and says how far it has looked; null: to its end. */
export type SearchSource = (
  ctx: ReadContext,
  page: SearchPage,
) => Promise<{ readonly entries: Entry[]; readonly reached: Position | null }>;

function timed<Line extends { readonly at: string; readonly id: number }>(
  lines: readonly Line[],
  toItem: (line: Line) => TimelineItem,
): Entry[] {
  return lines.map((line) => ({
    item: toItem(line),
    position: { key: line.at, id: line.id },
  }));
}

const contacts: ReadSource = async (ctx, page) =>
  timed(await timelineContacts(ctx.db, page), (line) => ({
    ...line,
    kind: 'contact',
    id: line.id as InteractionId,
    hasTime: line.hasTime === 1,
    complaintId: line.complaintId as ComplaintId | null,
  }));

function names(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
}

const sales: ReadSource = async (ctx, page) => {
  const { timeZone } = ctx.settings;
  return (await timelineSales(ctx.db, page)).map((line) => ({
    position: { key: line.key, id: line.id },
    item: {
      kind: 'sale',
      at: instantOf(line.soldOn, line.time ?? '12:00', timeZone),
      hasTime: line.time !== null,
      id: line.id as SaleId,
      number: line.number,
      isReturn: line.kind === 'return',
      status: line.status,
      totalMinor: line.totalMinor,
      paymentMethod: line.paymentMethod,
      lineCount: line.lineCount,
      products: names(line.products),
    },
  }));
};

const payments: ReadSource = async (ctx, page) =>
  (await timelinePayments(ctx.db, page)).map(({ paidOn, ...line }) => ({
    position: { key: paidOn, id: line.id },
    item: {
      ...line,
      kind: 'payment',
      at: noonOf(paidOn, ctx.settings.timeZone),
      hasTime: false,
      id: line.id as PaymentId,
      sales: names(line.sales),
    },
  }));

const complaints: ReadSource = async (ctx, page) =>
  timed(await timelineComplaints(ctx.db, page), (line) => ({
    ...line,
    kind: 'complaint',
    id: line.id as ComplaintId,
    hasTime: line.hasTime === 1,
  }));

const claims: ReadSource = async (ctx, page) =>
  timed(await timelineClaims(ctx.db, page), (line) => ({
    ...line,
    kind: 'claim',
    id: line.id as ClaimId,
    hasTime: true,
    isDone: line.isDone === 1,
  }));

const reviews: ReadSource = async (ctx, page) =>
  (await timelineReviews(ctx.db, page)).map(({ postedOn, ...line }) => ({
    position: { key: postedOn, id: line.id },
    item: {
      ...line,
      kind: 'review',
      at: noonOf(postedOn, ctx.settings.timeZone),
      hasTime: false,
      id: line.id as ReviewId,
      isAnswered: line.isAnswered === 1,
    },
  }));

const surveys: ReadSource = async (ctx, page) =>
  (await timelineSurveys(ctx.db, page)).map(({ answeredOn, ...line }) => ({
    position: { key: answeredOn, id: line.id },
    item: {
      ...line,
      kind: 'survey',
      at: noonOf(answeredOn, ctx.settings.timeZone),
      hasTime: false,
      id: line.id as SurveyAnswerId,
      surveyId: line.surveyId as SurveyId,
    },
  }));

const followUps: ReadSource = async (ctx, page) =>
  timed(await timelineFollowUps(ctx.db, page), (line) => ({
    ...line,
    kind: 'followUp',
    id: line.id as FollowUpId,
    hasTime: true,
    isOnTime: line.isOnTime === 1,
  }));

function reachedAt(key: string | null): Position | null {
  return key === null ? null : { key, id: 0 };
}

const changes: SearchSource = async (ctx, page) => {
  const { lines, reached } = await timelineChanges(ctx.db, page);
  const names = await ownFieldNames(ctx.db);
  const entries = lines.map(
    (line): Entry => ({
      position: { key: line.key, id: line.id },
      item: {
        kind: 'change',
        at: line.at,
        hasTime: true,
        id: line.id as BatchId,
        change: line.kind,
        changes: line.rows.flatMap((row) => changedFields(row, names)),
        undoneAt: line.undoneAt,
      },
    }),
  );
  return { entries, reached: reachedAt(reached) };
};

const imports: SearchSource = async (ctx, page) => {
  const { lines, reached } = await timelineImports(ctx.db, page);
  const names = await ownFieldNames(ctx.db);
  const entries = lines.map(
    (line): Entry => ({
      position: { key: String(line.importId), id: line.id },
      item: {
        kind: 'import',
        at: line.at,
        hasTime: true,
        id: line.id as BatchId,
        importId: line.importId as ImportId,
        files: line.files,
        changes: line.rows.flatMap((row) => changedFields(row, names)),
        undoneAt: line.undoneAt,
      },
    }),
  );
  return { entries, reached: reachedAt(reached) };
};

/** What an index hands out in the order of the timeline. */
export const quickSources: Partial<Record<TimelineKind, ReadSource>> = {
  contact: contacts,
  sale: sales,
  payment: payments,
  complaint: complaints,
  claim: claims,
  review: reviews,
  survey: surveys,
  followUp: followUps,
};

/** What is searched for in the journal: only as far down as the page reaches. */
export const searchedSources: Partial<Record<TimelineKind, SearchSource>> = {
  import: imports,
  change: changes,
};
