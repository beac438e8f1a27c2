import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/base/routes.ts';
import { PlaceTabs } from '#renderer/components/place-tabs.tsx';
import { useLookedFrom } from './use-looked-from.ts';

/** What there is to know of the customers, one subject a tab. */
export function InsightsTabs() {
  const { t } = useTranslation();
  const { query } = useLookedFrom();
  return (
    <PlaceTabs
      label={t('insights.title')}
      query={query}
      tabs={[
        { address: addressOf('insights'), text: t('insights.tabs.worth') },
        { address: addressOf('insightsRevenue'), text: t('insights.tabs.revenue') },
        { address: addressOf('insightsComingBack'), text: t('insights.tabs.comingBack') },
        { address: addressOf('insightsTime'), text: t('insights.tabs.time') },
        { address: addressOf('insightsPast'), text: t('insights.tabs.past') },
      ]}
    />
  );
}
