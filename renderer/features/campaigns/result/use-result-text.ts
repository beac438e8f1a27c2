import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { rangeWords } from '#renderer/components/predicted/predicted-words.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import type { Output } from '#shared/contract/index.ts';

type Result = Output<'campaigns.result'>;

interface Words {
  readonly t: Translate;
  readonly format: Format;
}

/** `+8,0` points of a share. */
function points(format: Format, share: number): string {
  const text = format.number(Math.abs(share * 100), 1);
  return share < 0 ? `\u2212${text}` : `+${text}`;
}

function findingOf({ t, format }: Words, row: CampaignRow, result: Result): string {
  const { written, held, uplift } = result;
  const days = row.facts.responseDays;
  if (written.people === 0) return t('campaigns.result.nobodyYet');
  if (uplift === null || held.people === 0)
    return t('campaigns.result.only', {
      ...{ buyers: format.number(written.buyers), people: format.number(written.people) },
      ...{ days: format.number(days), revenue: format.money(written.revenueMinor) },
    });
  return t('campaigns.result.finding', {
    ...{ written: format.percent(uplift.written, 1), held: format.percent(uplift.held, 1) },
    ...{ days: format.number(days), difference: points(format, uplift.difference) },
    ...{ low: points(format, uplift.low), high: points(format, uplift.high) },
  });
}

/** Whether some are kept apart; none of them is compared before their turn has passed. */
export function isHeldBack({ state, standing }: CampaignRow): boolean {
  return state !== 'done' && standing.held > 0;
}

/** Whether chance is ruled out, and how many it would have needed. */
function proofOf({ t, format }: Words, row: CampaignRow, { uplift }: Result): string[] {
  if (uplift === null)
    return [t(isHeldBack(row) ? 'campaigns.result.heldLater' : 'campaigns.result.noneHeld')];
  if (uplift.isProven)
    return [t(uplift.difference > 0 ? 'campaigns.result.proven' : 'campaigns.result.harmed')];
  const chance = format.percent(uplift.chance);
  if (uplift.wouldNeed === null) return [t('campaigns.result.same')];
  return [t('campaigns.result.unproven', { chance, need: format.number(uplift.wouldNeed) })];
}

/** What it brought beyond what would have come anyway, and what of the cost came back. */
function gainOf({ t, format }: Words, { gain, costMinor, unpricedMinutes }: Result): string[] {
  if (gain === null) return [];
  const { likely, low, high } = gain;
  const ends = { low: low.marginMinor, high: high.marginMinor };
  const { mean: margin, ...range } = rangeWords(format, { mean: likely.marginMinor, ...ends });
  const buyers = format.number(likely.buyers, 1);
  const said = [t('campaigns.result.gain', { buyers, margin, ...range })];
  if (likely.roi === null || low.roi === null || high.roi === null)
    said.push(t('campaigns.result.noCost'));
  else
    said.push(
      t('campaigns.result.roi', {
        ...{ cost: format.money(costMinor ?? 0), roi: format.percent(likely.roi) },
        ...{ low: format.percent(low.roi), high: format.percent(high.roi) },
      }),
    );
  if (unpricedMinutes > 0) said.push(t('campaigns.result.unpriced', { count: unpricedMinutes }));
  return said;
}

/** What is not known yet, and who is no longer there. */
function limitsOf({ t, format }: Words, result: Result): string[] {
  const { isOpen, countedUntil, through, missing } = result;
  return [
    ...(isOpen && countedUntil !== null
      ? [
          t('campaigns.result.open', {
            until: format.date(countedUntil),
            through: format.date(through),
          }),
        ]
      : []),
    ...(missing > 0 ? [t('campaigns.gone', { count: missing })] : []),
  ];
}

/** What a campaign brought, in sentences: the finding, and what has to be said beside it. */
export function useResultText(row: CampaignRow, result: Result) {
  const { t } = useTranslation();
  const words = { t, format: useFormat() };
  const isEmpty = result.written.people === 0;
  return {
    finding: findingOf(words, row, result),
    more: isEmpty
      ? limitsOf(words, result)
      : [...proofOf(words, row, result), ...gainOf(words, result), ...limitsOf(words, result)],
  };
}
