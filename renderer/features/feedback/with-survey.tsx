import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';
import classes from './feedback.module.css';
import { SurveyHead } from './survey-head.tsx';

interface Props {
  readonly id: SurveyId;
  children(row: SurveyRow): ReactNode;
}

/** A screen of one survey, under its head. */
export function WithSurvey({ id, children }: Props) {
  const { data, error, refetch } = useQuery('feedback.get', { id }, { keepPrevious: true });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  }
  return (
    <div className={classes.page}>
      <SurveyHead row={data} />
      {children(data)}
    </div>
  );
}
