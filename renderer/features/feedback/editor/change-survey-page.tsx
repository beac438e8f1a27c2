import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SurveyId } from '#shared/ids.ts';
import classes from '../feedback.module.css';
import { BackToSurveys } from '../survey-head.tsx';
import { SurveyForm } from './survey-form.tsx';

/** A survey's words and questions, to be changed. */
export function ChangeSurveyPage({ id }: { readonly id: SurveyId }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery('feedback.get', { id }, { keepPrevious: true });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  }
  return (
    <div className={classes.page}>
      <PageHeader title={t('feedback.form.editTitle')} back={<BackToSurveys />} />
      <SurveyForm stored={data} first={data.facts} />
    </div>
  );
}
