import { openBatch } from '#db/history/journal.ts';
import { soldThrough } from '#db/queries/figures/state.ts';
import { sumRule } from '#db/queries/loyalty/preview.ts';
import { countEnding, countHeld } from '#db/queries/loyalty/read.ts';
import { readRewards } from '#db/queries/loyalty/rewards.ts';
import { readRules, rulesIn, type StoredRule } from '#db/queries/loyalty/rules.ts';
import { insertRule } from '#db/queries/loyalty/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { ruleOn } from '#shared/domain/loyalty/rule.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, TaskContext, WriteContext } from '../../context.ts';

/** The days a rule is tried on. */
const triedDays = 90;

export async function programmeOf(ctx: ReadContext): Promise<Output<'loyalty.programme'>> {
  const rules = await readRules(ctx.db);
  return { rules, today: ruleOn(rules, ctx.today), rewards: await readRewards(ctx.db) };
}

/** Of whom some points run out soon. */
export async function endingPoints(ctx: ReadContext): Promise<Output<'loyalty.ending'>> {
  const rule = ruleOn(await readRules(ctx.db), ctx.today);
  return { ...(await countEnding(ctx.db)), days: rule?.remindDays ?? 0 };
}

/** What everybody's points come to. */
export async function heldPoints(ctx: ReadContext): Promise<Output<'loyalty.held'>> {
  const pointMinor = ruleOn(await readRules(ctx.db), ctx.today)?.worthMinor ?? 0;
  const { people, points } = await countHeld(ctx.db);
  return { people, points, pointMinor, worthMinor: points * pointMinor };
}

/** What it would have given over the last 90 days of sales, and what it changes of what was given. */
export async function previewRule(
  ctx: TaskContext,
  { rule }: Parsed<'loyalty.preview'>,
): Promise<Output<'loyalty.preview'>> {
  const { raw } = ctx.open();
  const today = ctx.clock.today();
  const to = soldThrough(raw, today);
  const from = addDays(to, 1 - triedDays);
  const tried = sumRule(raw, rule, { from, to });
  const since = { from: rule.fromOn, to: today };
  const now = ruleOn(rulesIn(raw), rule.fromOn);
  const after = sumRule(raw, rule, since);
  return {
    ...{ from, to, ...tried, worthMinor: tried.points * rule.worthMinor },
    before: now === null ? 0 : sumRule(raw, now, since).points,
    after: after.points,
    afterPeople: after.people,
  };
}

/** That it begins no earlier than the last one, and that what it changes was said. */
function checkRule(
  rules: readonly StoredRule[],
  { rule, rewrites }: Parsed<'loyalty.setRule'>,
  today: string,
): void {
  const last = rules.at(-1);
  if (last === undefined) return;
  if (rule.fromOn < last.fromOn)
    throw new AppFailure({
      code: 'VALIDATION',
      issues: [{ path: 'rule.fromOn', problem: 'rule-before-last' }],
    });
  if (rule.fromOn <= today && !rewrites)
    throw new AppFailure({ code: 'CONFLICT', reason: 'points-rewritten' });
}

export async function setRule(
  ctx: WriteContext,
  input: Parsed<'loyalty.setRule'>,
): Promise<Output<'loyalty.setRule'>> {
  checkRule(rulesIn(ctx.raw), input, ctx.today);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: input.rule.fromOn, at });
  const id = insertRule(ctx.raw, batchId, input.rule, at);
  return { id, batchId: batchId as BatchId };
}
