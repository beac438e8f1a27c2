import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, routes, useGo } from '#renderer/base/routes.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { PlaceTabs } from '#renderer/components/place-tabs.tsx';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { useSurveyActs } from './use-survey-acts.ts';

/** The way back to all of them. */
export function BackToSurveys() {
  const { t } = useTranslation();
  return (
    <Link href={routes.feedback} aria-label={t('feedback.back')}>
      <IconChevronLeft size={20} stroke={1.75} aria-hidden="true" />
    </Link>
  );
}

/** The head of one survey. */
export function SurveyHead({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  const go = useGo();
  const { drop } = useSurveyActs(row);
  const remove = async () => {
    if (await drop()) go('feedback');
  };
  const address = addressOf({ survey: row.id });
  return (
    <>
      <PageHeader
        title={row.facts.name}
        back={<BackToSurveys />}
        actions={
          <>
            <Button onClick={() => go(`/feedback/${row.id}/change`)}>
              {t('feedback.form.edit')}
            </Button>
            <Button variant="subtle" onClick={() => void remove()}>
              {t('feedback.remove')}
            </Button>
          </>
        }
      />
      <PlaceTabs
        label={row.facts.name}
        tabs={[
          { address, text: t('feedback.tab.survey') },
          { address: `${address}/entry`, text: t('feedback.tab.entry') },
          { address: `${address}/answers`, text: t('feedback.tab.answers') },
          { address: `${address}/result`, text: t('feedback.tab.result') },
        ]}
      />
    </>
  );
}
