import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { PointRuleFacts } from '#shared/contract/loyalty/shapes.ts';

/** A rule in sentences. */
export function ruleSentences(t: Translate, format: Format, rule: PointRuleFacts): string[] {
  if (rule.points === 0) return [t('loyalty.rule.stopped')];
  const { points, spendMinor, monthsValid, remindDays, worthMinor } = rule;
  return [
    t('loyalty.rule.gives', { count: points, money: format.money(spendMinor) }),
    t(`loyalty.rule.basis.${rule.isBeforeDiscount ? 'before' : 'paid'}`),
    t(`loyalty.rule.back.${rule.takesBack ? 'yes' : 'no'}`),
    monthsValid === null
      ? t('loyalty.rule.ever')
      : t('loyalty.rule.months', { count: monthsValid, days: format.number(remindDays) }),
    worthMinor === 0
      ? t('loyalty.rule.noWorth')
      : t('loyalty.rule.worth', { money: format.money(worthMinor) }),
  ];
}
