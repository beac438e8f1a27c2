import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { TodayRow } from '#shared/contract/follow-ups.ts';

/** Why a customer is on the list: the owner's own words, else what the date was made for. */
export function useReason(): (row: TodayRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ reason, cause, turns, lastPurchaseOn }) => {
    if (reason !== '') return reason;
    if (cause === 'birthday' && turns !== null) return t('today.turns', { count: turns });
    if (cause !== 'own') return t(`today.cause.${cause}`);
    return lastPurchaseOn === null
      ? t('today.cause.own')
      : t('today.lastBought', { date: format.date(lastPurchaseOn) });
  };
}
