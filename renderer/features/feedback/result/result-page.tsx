import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';
import { AskedCard } from '../asked-card.tsx';
import classes from '../feedback.module.css';
import { WithSurvey } from '../with-survey.tsx';
import { GapCard } from './gap-card.tsx';
import { ResultCard } from './question-card.tsx';

function Result({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  const { id } = row;
  const { data, error, refetch } = useQuery('feedback.result', { id }, { keepPrevious: true });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  }
  if (data.answered === 0)
    return (
      <div className={classes.results}>
        <EmptyState title={t('feedback.noAnswers')} text={t('feedback.answer.noneText')} />
        <AskedCard row={row} />
      </div>
    );
  return (
    <div className={classes.results}>
      <AskedCard row={row} />
      {data.gaps.length > 0 && <GapCard id={id} gaps={data.gaps} />}
      {row.questions.map((question) => {
        const result = data.questions.find((one) => one.id === question.id);
        return result === undefined ? null : (
          <ResultCard key={question.id} id={id} question={question} result={result} />
        );
      })}
    </div>
  );
}

/** What everybody who answered said, question by question. */
export function SurveyResultPage({ id }: { readonly id: SurveyId }) {
  return <WithSurvey id={id}>{(row) => <Result row={row} />}</WithSurvey>;
}
