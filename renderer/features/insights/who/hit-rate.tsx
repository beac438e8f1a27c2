import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { fewestAlarms } from '#shared/contract/insights/alarms.ts';
import { useLookedFrom } from '../use-looked-from.ts';

/** How often an alarm was right, or that too few are known. */
export function hitRateWords(t: Translate, format: Format, tried: Output<'insights.alarms'>) {
  const { alarms, stayed, share, low, high, days } = tried;
  if (alarms < fewestAlarms)
    return t('insights.slipping.untried', { count: alarms, needs: fewestAlarms });
  return t('insights.slipping.tried', {
    ...{ count: days.length, alarms, stayed },
    percent: format.percent(share),
    low: format.percent(low),
    high: format.percent(high),
  });
}

/** How far the list of who is slipping away can be believed. Made apart: the card does not wait for it. */
export function HitRate() {
  const { t } = useTranslation();
  const format = useFormat();
  const { on } = useLookedFrom();
  const { data } = useQuery('insights.alarms', { on }, { keepPrevious: true });
  return data === undefined ? null : <p>{hitRateWords(t, format, data)}</p>;
}
