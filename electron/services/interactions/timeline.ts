import { customerExists } from '#db/queries/interactions/record.ts';
import { timelineCounts } from '#db/queries/timeline/counts.ts';
import { timelineImports } from '#db/queries/timeline/imports.ts';
import type { Position } from '#db/queries/timeline/source.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import {
  type TimelineCursor,
  type TimelineKind,
  timelineKind,
} from '#shared/contract/interactions/interactions.ts';
import { notFound } from '#shared/errors.ts';
import type { ReadContext } from '../../context.ts';
import { type Entry, quickSources, searchedSources } from './timeline-items.ts';

type Input = Parsed<'interactions.timeline'>;
type Positions = Map<TimelineKind, Position>;

/** Before everything: a source that has nothing more to give is not asked again. */
const atItsEnd: Position = { key: '', id: 0 };

/** The kinds to read, each with where it goes on; those that have ended are left out. */
function open(input: Input): { kind: TimelineKind; after: Position | null }[] {
  const kinds = input.kinds.length === 0 ? timelineKind.options : input.kinds;
  return [...new Set(kinds)]
    .map((kind) => ({ kind, after: input.after?.[kind] ?? null }))
    .filter(({ after }) => after?.key !== atItsEnd.key);
}

/** Reads one entry more than a page from each source, so that it is known whether there is more. */
async function readQuick(ctx: ReadContext, input: Input): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const { kind, after } of open(input)) {
    const read = quickSources[kind];
    if (read === undefined) continue;
    const { customerId, limit } = input;
    entries.push(...(await read(ctx, { customerId, after, limit: limit + 1 })));
  }
  return entries;
}

/** Searches the others down to `since`, and notes how far each was looked through. */
async function readSearched(
  ctx: ReadContext,
  input: Input,
  since: string | null,
): Promise<{ entries: Entry[]; reached: Positions }> {
  const entries: Entry[] = [];
  const reached: Positions = new Map();
  for (const { kind, after } of open(input)) {
    const search = searchedSources[kind];
    if (search === undefined) continue;
    const { customerId, limit } = input;
    const found = await search(ctx, { customerId, after, limit: limit + 1, since });
    entries.push(...found.entries);
    reached.set(kind, found.reached ?? atItsEnd);
  }
  return { entries, reached };
}

/**
 * Newest first; at the same instant in the order of the kinds. Each source comes in its own order and
 * the sort is stable, so the entries of one source never overtake each other.
 */
function merged(entries: readonly Entry[]): Entry[] {
  const heads = Map.groupBy(entries, (entry) => entry.item.kind);
  const queues = timelineKind.options.flatMap((kind) => {
    const queue = heads.get(kind);
    return queue === undefined ? [] : [{ queue, next: 0 }];
  });
  const result: Entry[] = [];
  while (result.length < entries.length) {
    let best: { queue: Entry[]; next: number } | null = null;
    for (const one of queues) {
      const head = one.queue[one.next];
      const leader = best?.queue[best.next];
      if (head !== undefined && (leader === undefined || head.item.at > leader.item.at)) best = one;
    }
    const taken = best?.queue[best.next];
    if (best === null || taken === undefined) break;
    result.push(taken);
    best.next += 1;
  }
  return result;
}

/**
 * Where each source goes on after this page: behind its last item shown where it has more; else
 * where its search stopped; else it has ended.
 */
function cursorAfter(
  input: Input,
  page: readonly Entry[],
  rest: readonly Entry[],
  reached: Positions,
): TimelineCursor {
  const hasMore = new Set(rest.map((entry) => entry.item.kind));
  const positions = timelineKind.options.map((kind) => {
    if (!hasMore.has(kind)) return [kind, reached.get(kind) ?? atItsEnd];
    const last = page.findLast((entry) => entry.item.kind === kind);
    return [kind, last?.position ?? input.after?.[kind] ?? null];
  });
  return Object.fromEntries(positions) as TimelineCursor;
}

/** One page of everything that happened with a customer; NOT_FOUND for an unknown one. */
export async function timelineOf(
  ctx: ReadContext,
  input: Input,
): Promise<Output<'interactions.timeline'>> {
  if (!(await customerExists(ctx.db, input.customerId))) throw notFound('customer');
  const { limit } = input;
  const quick = merged(await readQuick(ctx, input));
  const since = quick[limit]?.item.at ?? null;
  const searched = await readSearched(ctx, input, since);
  const all = merged([...quick, ...searched.entries]);
  const [page, rest] = [all.slice(0, limit), all.slice(limit)];
  const next = rest.length === 0 ? null : cursorAfter(input, page, rest, searched.reached);
  return { rows: page.map((entry) => entry.item), next };
}

/** How many of each kind a customer's timeline has. */
export async function countsOf(
  ctx: ReadContext,
  input: Parsed<'interactions.counts'>,
): Promise<Output<'interactions.counts'>> {
  const { customerId } = input;
  if (!(await customerExists(ctx.db, customerId))) throw notFound('customer');
  const counts = await timelineCounts(ctx.db, customerId);
  const imports = await timelineImports(ctx.db, {
    customerId,
    after: null,
    limit: Number.MAX_SAFE_INTEGER,
    since: null,
  });
  return { ...counts, import: imports.lines.length };
}
