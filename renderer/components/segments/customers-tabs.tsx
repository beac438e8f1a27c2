import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/base/routes.ts';
import { PlaceTabs } from '#renderer/components/place-tabs.tsx';

/** Everybody, and the segments that were saved. */
export function CustomersTabs() {
  const { t } = useTranslation();
  return (
    <PlaceTabs
      label={t('customers.title')}
      tabs={[
        { address: addressOf('customers'), text: t('segments.everyone') },
        { address: addressOf('segments'), text: t('segments.title') },
        { address: addressOf('health'), text: t('nav.health') },
        { address: addressOf('rewards'), text: t('nav.rewards') },
      ]}
    />
  );
}
