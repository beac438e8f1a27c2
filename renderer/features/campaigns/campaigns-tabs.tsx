import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/base/routes.ts';
import { PlaceTabs } from '#renderer/components/place-tabs.tsx';

/** Campaigns that are written once, and those that stand. */
export function CampaignsTabs() {
  const { t } = useTranslation();
  return (
    <PlaceTabs
      label={t('campaigns.title')}
      tabs={[
        { address: addressOf('campaigns'), text: t('campaigns.title') },
        { address: addressOf('standing'), text: t('standing.title') },
      ]}
    />
  );
}
