import type { Translate } from '#renderer/base/i18n.ts';
import type { LabelledBar } from '#renderer/components/chart/labelled-bars.tsx';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';
import { upliftOf } from '#shared/domain/campaigns/uplift.ts';

export type Four = 'retention' | 'relationship' | 'referral' | 'recovery';

/** So many of how many. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

export type Changed = 'better' | 'worse' | 'same' | 'unknown';

/** One of the four R, beside the time before; null: nothing is known of that time. */
export interface FourRow {
  readonly what: Four;
  readonly now: Part;
  readonly before: Part | null;
  readonly changed: Changed;
}

/** Enough cases for a share to say something. */
export function isEnough(part: Part | null): part is Part {
  return part !== null && part.of >= fewestForShares;
}

function changeOf(now: Part, before: Part | null): Changed {
  if (!isEnough(now) || !isEnough(before)) return 'unknown';
  const found = upliftOf(
    { buyers: now.part, people: now.of },
    { buyers: before.part, people: before.of },
  );
  if (found === null) return 'unknown';
  if (!found.isProven) return 'same';
  return found.difference > 0 ? 'better' : 'worse';
}

/** What the four are made of; `before` null: the time before is not known of. */
export interface FourSources {
  readonly repeat: Output<'insights.comingBack'>['repeat'];
  readonly referrals: Output<'insights.referrals'>;
  readonly rate: Output<'followUps.rate'>;
  readonly again: Output<'complaints.report'>['boughtAgain'];
}

function partsOf({ referrals, rate, again }: Omit<FourSources, 'repeat'>) {
  const { referred, others } = referrals.newcomers;
  return {
    relationship: { part: rate.all.onTime, of: rate.all.due },
    referral: { part: referred, of: referred + others },
    recovery: { part: again.bought, of: again.complainers },
  };
}

const repeated = (one: FourSources['repeat'][number] | undefined): Part | null =>
  one === undefined ? null : { part: one.back, of: one.base };

/** The four, each beside the time before. */
export function fourOf(now: FourSources, before: Omit<FourSources, 'repeat'> | null): FourRow[] {
  const [parts, then] = [partsOf(now), before === null ? null : partsOf(before)];
  const row = (what: Four, one: Part, other: Part | null): FourRow => ({
    ...{ what, now: one, before: other, changed: changeOf(one, other) },
  });
  const [latest, earlier] = now.repeat;
  return [
    row('retention', repeated(latest) ?? { part: 0, of: 0 }, repeated(earlier)),
    row('relationship', parts.relationship, then?.relationship ?? null),
    row('referral', parts.referral, then?.referral ?? null),
    row('recovery', parts.recovery, then?.recovery ?? null),
  ];
}

/** The answer: which of the four have changed for certain, or why none can be told. */
export function fourFinding(t: Translate, rows: readonly FourRow[]): string {
  const known = rows.filter(({ now }) => isEnough(now));
  if (known.length === 0) return t('insights.four.none', { needs: fewestForShares });
  if (known.every(({ changed }) => changed === 'unknown'))
    return t('insights.four.alone', { count: known.length });
  const said = (['better', 'worse'] as const).flatMap((way) => {
    const some = rows.filter(({ changed }) => changed === way);
    const what = some.map((one) => t(`insights.four.short.${one.what}`)).join(', ');
    return some.length === 0 ? [] : [t(`insights.four.${way}`, { what })];
  });
  return said.length === 0 ? t('insights.four.same') : said.join(' ');
}

/** `12 of 40 (30%)`, without the share where there are too few. */
export function partText(t: Translate, format: Format, part: Part | null): string {
  if (part === null || part.of === 0) return t('insights.four.nothing');
  const words = { part: part.part, count: part.of };
  if (!isEnough(part)) return t('insights.four.few', words);
  return t('insights.four.of', { ...words, percent: format.percent(part.part / part.of) });
}

/** A bar for each of the four; the share of too few is not drawn. */
export function fourBars(t: Translate, format: Format, rows: readonly FourRow[]): LabelledBar[] {
  return rows.map(({ what, now, changed }) => {
    const share = isEnough(now) ? now.part / now.of : null;
    return {
      name: t(`insights.four.short.${what}`),
      value: share ?? 0,
      text: share === null ? '–' : format.percent(share),
      beside: partText(t, format, now),
      isMain: changed === 'better' || changed === 'worse',
    };
  });
}
