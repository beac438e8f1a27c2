import { useTranslation } from 'react-i18next';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { PacksCard } from './periods/packs-card.tsx';

/** What was made for the accountant, and which periods are locked since. */
export function AccountantPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('nav.accountant')} lead={t('period.lead')} />
      <PacksCard />
    </>
  );
}
