import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { FilterBar, FilterEnd } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips } from '#renderer/components/list/filter-chip.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SurveyFilter, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { Output } from '#shared/contract/index.ts';
import { answersOf } from './answers-of.ts';
import classes from './feedback.module.css';
import { useSurveyActs } from './use-survey-acts.ts';

const KINDS = ['all', 'answered', 'unanswered'] as const;

function NewButton() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => go('newSurvey')}
    >
      {t('feedback.new')}
    </Button>
  );
}

interface FilterProps {
  readonly choice: FilterChoice<SurveyFilter>;
  readonly counts: Output<'feedback.list'>['counts'];
}

function Filters({ choice, counts }: FilterProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  return (
    <div className={classes.filter}>
      <FilterBar>
        <FilterChips label={t('feedback.only.label')}>
          {KINDS.map((kind) => (
            <FilterChip
              key={kind}
              isOn={filter.only === kind}
              count={counts[kind]}
              onClick={() => setFilter({ only: kind })}
            >
              {t(`feedback.only.${kind}`)}
            </FilterChip>
          ))}
        </FilterChips>
        <FilterEnd>
          <SearchBox
            value={filter.search}
            label={t('feedback.search')}
            placeholder={t('feedback.search')}
            onSearch={(search) => setFilter({ search })}
          />
        </FilterEnd>
      </FilterBar>
    </div>
  );
}

function Actions({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  const go = useGo();
  const { again, drop } = useSurveyActs(row);
  const { name } = row.facts;
  return (
    <div className={classes.acts}>
      <Button
        size="xs"
        aria-label={t('feedback.openOne', { name })}
        onClick={() => go({ survey: row.id })}
      >
        {t('feedback.open')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t('feedback.againOne', { name })}
        onClick={() => void again()}
      >
        {t('feedback.again')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t('feedback.removeOne', { name })}
        onClick={() => void drop()}
      >
        {t('feedback.remove')}
      </Button>
    </div>
  );
}

function Line({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, facts, questions, lastOn } = row;
  return (
    <li className={classes.line}>
      <div className={classes.said}>
        <Link href={addressOf({ survey: id })}>
          <b>{facts.name}</b>
        </Link>
        <span className={classes.quiet}>
          {t('feedback.questionCount', { count: questions.length })}
        </span>
      </div>
      <div className={classes.said}>
        {lastOn === null ? (
          <span className={classes.quiet}>{t('feedback.noAnswers')}</span>
        ) : (
          <>
            <b>{t('feedback.answerCount', { count: answersOf(row) })}</b>
            <span className={classes.quiet}>
              {t('feedback.lastOn', { date: format.date(lastOn) })}
            </span>
          </>
        )}
      </div>
      <Actions row={row} />
    </li>
  );
}

interface RowsProps extends FilterProps {
  readonly rows: readonly SurveyRow[];
}

function Rows({ choice, counts, rows }: RowsProps) {
  const { t } = useTranslation();
  if (counts.all === 0)
    return (
      <EmptyState title={t('feedback.none')} text={t('feedback.noneText')}>
        <NewButton />
      </EmptyState>
    );
  return (
    <>
      <Filters choice={choice} counts={counts} />
      {rows.length === 0 ? (
        <EmptyState title={t('feedback.nothing')} text={t('feedback.nothingText')}>
          <Button onClick={() => choice.showOnly({})}>{t('feedback.clear')}</Button>
        </EmptyState>
      ) : (
        <Card padded={false}>
          <ul className={classes.lines} aria-label={t('feedback.title')}>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** Every survey, the newest first. */
export function FeedbackPage() {
  const { t } = useTranslation();
  const choice = useFilter(lists.feedback);
  const { filter } = choice;
  const { data, error, refetch } = useQuery('feedback.list', { filter }, { keepPrevious: true });
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('feedback.title')}
        lead={t('feedback.lead')}
        actions={data !== undefined && data.counts.all > 0 && <NewButton />}
      />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h="12rem" radius="lg" aria-busy="true" />}
      {data !== undefined && <Rows choice={choice} counts={data.counts} rows={data.rows} />}
    </div>
  );
}
