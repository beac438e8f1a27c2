import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';
import { AskedCard } from './asked-card.tsx';
import classes from './feedback.module.css';
import { SurveyHead } from './survey-head.tsx';

function QuestionsCard({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  return (
    <Card title={t('feedback.form.questions')} count={row.questions.length}>
      <ol className={classes.asked}>
        {row.questions.map(({ id, text, kind, choices }) => (
          <li key={id}>
            <div className={classes.said}>
              <span>{text}</span>
              <span className={classes.quiet}>
                {kind === 'choice' ? choices.join(' · ') : t(`feedback.kind.${kind}`)}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** One survey: what it asks, and who was asked. */
export function SurveyPage({ id }: { readonly id: SurveyId }) {
  const { data, error, refetch } = useQuery('feedback.get', { id }, { keepPrevious: true });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  }
  return (
    <div className={classes.page}>
      <SurveyHead row={data} />
      <div className={classes.columns}>
        <QuestionsCard row={data} />
        <AskedCard row={data} />
      </div>
    </div>
  );
}
