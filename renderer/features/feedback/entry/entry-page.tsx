import { Button, Kbd, SegmentedControl, Skeleton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { Card } from '#renderer/components/card.tsx';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { AnswerRow, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { isBad } from '#shared/domain/feedback/bad-answer.ts';
import { type SurveyAnswerId, type SurveyId, surveyAnswerId } from '#shared/ids.ts';
import { useAnswerText } from '../answer-text.ts';
import classes from '../feedback.module.css';
import { useComplain } from '../use-complain.ts';
import { WithSurvey } from '../with-survey.tsx';
import { BadNotice } from './bad-notice.tsx';
import { QuestionStep } from './question-step.tsx';
import { type Entry, useEntry } from './use-entry.ts';
import { useEntryKeys } from './use-entry-keys.ts';

interface Props {
  readonly row: SurveyRow;
  readonly entry: Entry;
}

interface WhoProps {
  readonly entry: Entry;
  readonly isNew: boolean;
  /** A key that was pressed on the choice of the way. */
  onKey(event: KeyboardEvent<HTMLElement>): void;
}

/** Whom, by which way, and when. */
function WhoFields({ entry, isNew, onKey }: WhoProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { way, customer, day } = entry;
  const ways = (['phone', 'paper', ...(way === 'kiosk' ? ['kiosk' as const] : [])] as const).map(
    (value) => ({ value, label: t(`feedback.way.${value}`) }),
  );
  return (
    <div className={classes.form}>
      <SegmentedControl
        aria-label={t('feedback.entry.way')}
        data={ways}
        value={way}
        disabled={!isNew && way === 'kiosk'}
        onKeyDown={onKey}
        onChange={(value) => entry.setWay(value as typeof way)}
      />
      <div className={classes.pair}>
        <CustomerField
          key={entry.done}
          label={t('feedback.entry.customer')}
          placeholder={t('feedback.entry.anonymous')}
          value={customer.id}
          name={customer.name}
          onChange={(id, name) => entry.setCustomer({ id, name })}
        />
        <DayField
          label={t('feedback.entry.day')}
          maxDate={today}
          value={day}
          onChange={(value) => value !== null && entry.setDay(value)}
        />
      </div>
    </div>
  );
}

/** The answer written down last, if it is a bad one, and what makes a complaint of it. */
function useLastBad(survey: SurveyRow, last: SurveyAnswerId | null) {
  const asked = { surveyId: survey.id, id: last };
  const { data } = useQuery('feedback.answers', asked, { enabled: last !== null });
  const row = data?.rows[0];
  const { outcome, values } = row?.facts ?? {};
  const bad =
    row !== undefined &&
    row.id === last &&
    outcome === 'answered' &&
    isBad(survey.questions, values ?? [])
      ? row
      : null;
  const complaining = useComplain(bad?.complaintId === null ? bad.id : null);
  return { bad, complaining };
}

/** All that was answered, before it is saved. */
function EndStep({ row, entry }: Props) {
  const { t } = useTranslation();
  const textOf = useAnswerText();
  return (
    <>
      {entry.way === 'phone' && row.facts.thanks !== '' && (
        <p className={classes.spoken}>{row.facts.thanks}</p>
      )}
      <dl className={classes.counts}>
        {row.questions.map((question) => (
          <div key={question.id}>
            <dt>{question.text}</dt>
            <dd>{textOf(question, entry.given.get(question.id)) ?? t('feedback.entry.passed')}</dd>
          </div>
        ))}
      </dl>
      <Button
        variant="filled"
        loading={entry.isRunning}
        disabled={entry.isEmpty}
        rightSection={<Kbd size="xs">Enter</Kbd>}
        onClick={() => void entry.save('answered')}
      >
        {t('feedback.entry.save')}
      </Button>
    </>
  );
}

/** Back, on, and what became of a call that came to nothing. */
function Ways({ entry, isNew }: { readonly entry: Entry; readonly isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.acts}>
      <Button disabled={entry.at === 0} onClick={entry.back}>
        {t('feedback.entry.back')}
      </Button>
      {entry.question !== null && (
        <Button variant="filled" onClick={entry.next}>
          {t(entry.value === undefined ? 'feedback.entry.pass' : 'feedback.entry.next')}
        </Button>
      )}
      {entry.way === 'phone' &&
        isNew &&
        (['declined', 'unreached'] as const).map((outcome) => (
          <Button
            key={outcome}
            variant="subtle"
            disabled={entry.isRunning}
            onClick={() => void entry.save(outcome)}
          >
            {t(`feedback.outcome.${outcome}`)}
          </Button>
        ))}
    </div>
  );
}

function EntryForm({
  row,
  stored,
}: {
  readonly row: SurveyRow;
  readonly stored: AnswerRow | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const entry = useEntry(row, stored);
  const press = useEntryKeys(entry);
  const { bad, complaining } = useLastBad(row, entry.last);
  const { question, at, way, done, error } = entry;
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    press(event);
    complaining.onKey(event);
  };
  const place = { number: format.number(at + 1), all: format.number(row.questions.length) };
  return (
    <>
      <WhoFields entry={entry} isNew={stored === null} onKey={onKey} />
      {bad !== null && <BadNotice row={bad} complaining={complaining} />}
      <Card
        title={question === null ? t('feedback.entry.end') : t('feedback.entry.place', place)}
        {...(done > 0 ? { count: t('feedback.entry.done', { count: done }) } : {})}
        ruled
      >
        <div className={classes.step}>
          {error !== null && <ErrorState error={error} />}
          {at === 0 && way === 'phone' && row.facts.intro !== '' && (
            <p className={classes.spoken}>{row.facts.intro}</p>
          )}
          {question === null ? (
            <EndStep row={row} entry={entry} />
          ) : (
            <QuestionStep key={`${done} ${question.id}`} question={question} entry={entry} />
          )}
          <Ways entry={entry} isNew={stored === null} />
          <p className={classes.quiet}>
            {t(way === 'paper' ? 'feedback.entry.keysPaper' : 'feedback.entry.keys')}
          </p>
        </div>
      </Card>
    </>
  );
}

function StoredEntry({ row, id }: { readonly row: SurveyRow; readonly id: number }) {
  const asked = { surveyId: row.id, id: surveyAnswerId.parse(id) };
  const { data, error } = useQuery('feedback.answers', asked);
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  const [stored] = data.rows;
  return <EntryForm row={row} stored={stored ?? null} />;
}

/** Writes down what somebody answers: by phone, or from a slip of paper. */
export function EntryPage({ id }: { readonly id: SurveyId }) {
  const given = Number(new URLSearchParams(useSearch()).get('answer'));
  const isStored = surveyAnswerId.safeParse(given).success;
  return (
    <WithSurvey id={id}>
      {(row) =>
        isStored ? (
          <StoredEntry key={given} row={row} id={given} />
        ) : (
          <EntryForm row={row} stored={null} />
        )
      }
    </WithSurvey>
  );
}
