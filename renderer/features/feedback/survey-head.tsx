import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { routes, useGo } from '#renderer/base/routes.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
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
  return (
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
  );
}
