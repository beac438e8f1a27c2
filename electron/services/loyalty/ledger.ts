import { pointFactsOf } from '#db/queries/loyalty/facts.ts';
import { entriesNamed, salesNamed } from '#db/queries/loyalty/read.ts';
import { readRules } from '#db/queries/loyalty/rules.ts';
import { readTiers } from '#db/queries/loyalty/tiers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { PointLineRow } from '#shared/contract/loyalty/shapes.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import {
  endingWithin,
  type Ledger,
  ledgerOf,
  type PointEntry,
  type PointFacts,
  type PointLine,
} from '#shared/domain/loyalty/ledger.ts';
import { type PointRule, ruleOn } from '#shared/domain/loyalty/rule.ts';
import { knownFrom, standingOf, tierAfter } from '#shared/domain/loyalty/standing.ts';
import { pointKinds } from '#shared/domain/vocabulary/loyalty.ts';
import type { SaleId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

type Reading = Pick<ReadContext, 'db' | 'today'>;

/** Somebody's points today, with what is about to be written down too. */
export async function pointsOf(
  { db, today }: Reading,
  customerId: number,
  planned: readonly PointEntry[] = [],
): Promise<{ rules: readonly PointRule[]; facts: PointFacts; ledger: Ledger }> {
  const rules = await readRules(db);
  const from = knownFrom(rules, today);
  const found = await pointFactsOf(db, customerId, { from, through: today });
  const facts = { ...found, entries: [...found.entries, ...planned] };
  return { rules, facts, ledger: ledgerOf(rules, facts, today) };
}

/** The level that somebody has reached, and what is missing to the next. */
async function tiersOf(
  { db, today }: Reading,
  rules: readonly PointRule[],
  facts: PointFacts,
): Promise<Pick<Output<'loyalty.ledger'>, 'tier' | 'nextTier'>> {
  const tiers = rules.length === 0 ? [] : await readTiers(db);
  const { tierId, yearPoints, yearMinor } = standingOf({ rules, tiers }, facts, today);
  const reached = tiers.find(({ id }) => id === tierId);
  const after = tierAfter(tiers, { points: yearPoints, minor: yearMinor });
  return {
    tier: reached === undefined ? null : { name: reached.name, gives: reached.gives },
    nextTier:
      after === null
        ? null
        : { name: after.tier.name, reachedBy: after.tier.reachedBy, missing: after.missing },
  };
}

interface WithBalance {
  readonly line: PointLine;
  readonly balance: number;
}

function withBalances(lines: readonly PointLine[]): WithBalance[] {
  let balance = 0;
  return lines.map((line) => {
    balance += line.points;
    return { line, balance };
  });
}

async function shown(ctx: Reading, page: readonly WithBalance[]): Promise<PointLineRow[]> {
  const numbers = await salesNamed(
    ctx.db,
    page.flatMap(({ line }) => line.saleId ?? []),
  );
  const entries = await entriesNamed(
    ctx.db,
    page.flatMap(({ line }) => line.entryId ?? []),
  );
  return page.map(({ line, balance }) => {
    const { on, kind, points, saleId, entryId, lastOn } = line;
    const entry = entryId === null ? undefined : entries.get(entryId);
    return {
      ...{ on, kind, points, balance, lastOn },
      sale: saleId === null ? null : { id: saleId as SaleId, number: numbers.get(saleId) ?? null },
      what: entry?.what ?? null,
      worthMinor: entry?.worthMinor ?? null,
    };
  });
}

function sumsOf(lines: readonly PointLine[]): Output<'loyalty.ledger'>['sums'] {
  return pointKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const points = own.reduce((sum, line) => sum + line.points, 0);
    return own.length === 0 ? [] : [{ kind, points, count: own.length }];
  });
}

/** A customer's points: every line that moved them, the newest first. */
export async function customerLedger(
  ctx: ReadContext,
  { customerId, kinds, limit }: Parsed<'loyalty.ledger'>,
): Promise<Output<'loyalty.ledger'>> {
  const { rules, facts, ledger } = await pointsOf(ctx, customerId);
  const rule = ruleOn(rules, ctx.today);
  const pointMinor = rule?.worthMinor ?? 0;
  const { lines, balance } = ledger;
  const ending = endingWithin(ledger, addDays(ctx.today, rule?.remindDays ?? 0));
  const asked = withBalances(lines).filter(
    ({ line }) => kinds.length === 0 || kinds.includes(line.kind),
  );
  const page = asked.toReversed().slice(0, limit);
  return {
    ...{ isOn: rule !== null, balance, pointMinor, worthMinor: balance * pointMinor },
    ...{ ending: ending.points, endOn: ending.firstOn, sums: sumsOf(lines), count: asked.length },
    lines: await shown(ctx, page),
    ...(await tiersOf(ctx, rules, facts)),
  };
}
