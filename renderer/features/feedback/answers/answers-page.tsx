import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { filterAddress } from '#renderer/base/filter-address.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { FilterBar } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips } from '#renderer/components/list/filter-chip.tsx';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import {
  type AnswerFilter,
  type AnswerRow,
  answerFilter,
  type SurveyRow,
} from '#shared/contract/feedback/shapes.ts';
import { surveyOutcomes } from '#shared/domain/vocabulary/feedback.ts';
import type { SurveyId } from '#shared/ids.ts';
import { useAnswerText } from '../answer-text.ts';
import classes from '../feedback.module.css';
import { WithSurvey } from '../with-survey.tsx';
import { useFilterWords } from './use-filter-words.ts';

const PAGE = 100;
const MOST = 500;

interface LineProps {
  readonly survey: SurveyRow;
  readonly row: AnswerRow;
}

function Acts({ survey, row }: LineProps) {
  const { t } = useTranslation();
  const go = useGo();
  const drop = useCommand('feedback.dropAnswer');
  const complain = useCommand('feedback.complain');
  const { sayError } = useUndo();
  const { id, facts, complaintId, complaintNumber } = row;
  const run = async (running: ReturnType<typeof drop.run> | ReturnType<typeof complain.run>) => {
    const result = await running;
    if (!result.ok) sayError(result.error);
  };
  return (
    <div className={classes.acts}>
      {complaintId !== null && (
        <Link href={addressOf({ complaint: complaintId })}>{complaintNumber}</Link>
      )}
      {complaintId === null && facts.outcome === 'answered' && (
        <Button
          size="xs"
          disabled={complain.isRunning}
          onClick={() => void run(complain.run({ id }, t('feedback.answer.complained')))}
        >
          {t('feedback.answer.complain')}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        onClick={() => go(`/feedback/${survey.id}/entry?answer=${id}`)}
      >
        {t('feedback.form.edit')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        disabled={drop.isRunning}
        onClick={() => void run(drop.run({ id }, t('feedback.answer.dropped')))}
      >
        {t('feedback.remove')}
      </Button>
    </div>
  );
}

function Line({ survey, row }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useAnswerText();
  const { facts, customerName } = row;
  const { customerId, way, outcome, answeredOn, values } = facts;
  return (
    <li className={classes.answer}>
      <div className={classes.said}>
        {customerName === null || customerId === null ? (
          <b>{t('feedback.answer.nobody')}</b>
        ) : (
          <Link href={addressOf({ customer: customerId })}>
            <b>{customerName}</b>
          </Link>
        )}
        <span className={classes.quiet}>
          {`${t(`feedback.way.${way}`)}, ${format.date(answeredOn, true)}`}
        </span>
      </div>
      {outcome === 'answered' ? (
        <dl className={classes.counts}>
          {survey.questions.map((question) => {
            const text = textOf(
              question,
              values.find(({ questionId }) => questionId === question.id),
            );
            return text === null ? null : (
              <div key={question.id}>
                <dt>{question.text}</dt>
                <dd>{text}</dd>
              </div>
            );
          })}
        </dl>
      ) : (
        <span>{t(`feedback.outcome.${outcome}`)}</span>
      )}
      <Acts survey={survey} row={row} />
    </li>
  );
}

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
  const asked = { surveyId: survey.id, filter: choice.filter, limit };
  const { data, error, refetch } = useQuery('feedback.answers', asked, { keepPrevious: true });
  const rows = data?.rows ?? [];
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
              <Line key={row.id} survey={survey} row={row} />
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
