import { useTranslation } from 'react-i18next';
import type { SignKind } from '#renderer/components/sign/sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { type GuaranteeStanding, standingOf } from '#shared/domain/guarantee.ts';

const SIGNS: Readonly<Record<GuaranteeStanding, SignKind>> = {
  covered: 'good',
  'ends-soon': 'due',
  over: 'changed',
  none: 'waiting',
};

interface Props {
  /** The last day covered; null: nothing was promised. */
  readonly endsOn: string | null;
  /** 0: today is the last day; negative: over. */
  readonly daysLeft: number | null;
  /** Without how long it still is: for narrow places. */
  readonly isShort?: boolean;
}

/** How a guarantee stands, in a sentence: until which day, and how long that still is. */
export function useCoverText(): (props: Props) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ endsOn, daysLeft, isShort = false }) => {
    const standing = standingOf(daysLeft);
    if (endsOn === null || daysLeft === null || standing === 'none') return t('guarantee.none');
    const date = format.date(endsOn, true);
    const span = format.span(Math.abs(daysLeft));
    if (standing === 'over')
      return isShort ? t('guarantee.over', { date }) : t('guarantee.overSince', { date, span });
    if (daysLeft === 0) return t('guarantee.untilToday');
    if (isShort) return t('guarantee.until', { date });
    return standing === 'covered'
      ? t('guarantee.untilStill', { date, span })
      : t('guarantee.untilOnly', { date, span });
  };
}

/** The same as colour, shape and word. */
export function CoverBadge(props: Props) {
  const text = useCoverText();
  return <StatusBadge kind={SIGNS[standingOf(props.daysLeft)]}>{text(props)}</StatusBadge>;
}
