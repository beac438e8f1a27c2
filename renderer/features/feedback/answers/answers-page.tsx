import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterAddress } from '#renderer/base/filter-address.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { FilterBar } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips } from '#renderer/components/list/filter-chip.tsx';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import {
  type AnswerFilter,
  answerFilter,
  type SurveyRow,
} from '#shared/contract/feedback/shapes.ts';
import { surveyOutcomes } from '#shared/domain/vocabulary/feedback.ts';
import type { SurveyAnswerId, SurveyId } from '#shared/ids.ts';
import classes from '../feedback.module.css';
import { isBadOpen, useComplain } from '../use-complain.ts';
import { WithSurvey } from '../with-survey.tsx';
import { AnswerLine } from './answer-line.tsx';
import { useFilterWords } from './use-filter-words.ts';

const PAGE = 100;
const MOST = 500;

interface FiltersProps {
  readonly survey: SurveyRow;
  readonly choice: FilterChoice<AnswerFilter>;
}

function Filters({ survey, choice }: FiltersProps) {
  const { t } = useTranslation();
  const { filter, setFilter, showOnly, isAll } = choice;
  const words = useFilterWords(survey, filter);
  return (
    <FilterBar>
      <FilterChips label={t('feedback.answer.which')}>
        <FilterChip isOn={isAll} onClick={() => showOnly({})}>
          {t('feedback.answer.all')}
        </FilterChip>
        <FilterChip
          isOn={filter.only === 'badOpen'}
          onClick={() => setFilter({ only: filter.only === 'badOpen' ? 'all' : 'badOpen' })}
        >
          {t('feedback.answer.badOpen')}
        </FilterChip>
        {surveyOutcomes.map((outcome) => (
          <FilterChip
            key={outcome}
            isOn={filter.outcome === outcome}
            onClick={() => setFilter({ outcome: filter.outcome === outcome ? null : outcome })}
          >
            {t(`feedback.outcome.${outcome}`)}
          </FilterChip>
        ))}
      </FilterChips>
      {words !== null && <p className={classes.quiet}>{words}</p>}
    </FilterBar>
  );
}

function Answers({ survey }: { readonly survey: SurveyRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [list] = useState(() =>
    filterAddress(`/feedback/${survey.id}/answers`, answerFilter.shape),
  );
  const choice = useFilter(list);
  const [limit, setLimit] = useState(PAGE);
  const [focused, setFocused] = useState<SurveyAnswerId | null>(null);
  const asked = { surveyId: survey.id, filter: choice.filter, limit };
  const { data, error, refetch } = useQuery('feedback.answers', asked, { keepPrevious: true });
  const rows = data?.rows ?? [];
  const open = rows.filter((row) => isBadOpen(survey, row));
  const keyId = (open.find(({ id }) => id === focused) ?? open[0])?.id ?? null;
  const complaining = useComplain(keyId);
  const shown = { shown: format.number(rows.length), all: format.number(data?.count ?? 0) };
  return (
    <>
      <Filters survey={survey} choice={choice} />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data?.count === 0 && (
        <EmptyState title={t('feedback.answer.none')} text={t('feedback.answer.noneText')} />
      )}
      {rows.length > 0 && (
        <Card padded={false}>
          <ul className={classes.lines} aria-label={t('feedback.tab.answers')}>
            {rows.map((row) => (
              <AnswerLine
                key={row.id}
                survey={survey}
                row={row}
                hasKey={row.id === keyId}
                complaining={complaining}
                onFocus={() => setFocused(row.id)}
              />
            ))}
          </ul>
          <p className={classes.foot}>
            <span>{t('feedback.answer.shown', shown)}</span>
            {data !== undefined && rows.length < Math.min(data.count, MOST) && (
              <Button onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
                {t('feedback.answer.more')}
              </Button>
            )}
          </p>
        </Card>
      )}
    </>
  );
}

/** Everybody who was asked, the newest first, with what they said. */
export function AnswersPage({ id }: { readonly id: SurveyId }) {
  return <WithSurvey id={id}>{(row) => <Answers survey={row} />}</WithSurvey>;
}
