import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ColumnQuestion, DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';
import type { ColumnReading } from '#shared/domain/columns/reading.ts';
import { useImport } from '../import-session.ts';
import { configure } from '../import-work.ts';
import { readText } from '../reading-text.ts';
import classes from './columns.module.css';
import type { FieldQuestion } from './field-answer.tsx';

type Option = ColumnQuestion['options'][number];
type Kind = Exclude<ColumnQuestion['kind'], FieldQuestion['kind']>;
type Value = ('dmy' | 'mdy' | 'ymd') | ('id' | 'en' | 'plain') | ('money' | 'percent' | 'fraction');

/** Which part of a column's reading each kind of question settles, and the texts it is asked in. */
const KINDS = {
  'date-order': { part: 'dateOrder', title: 'import.ask.dateTitle', text: 'import.ask.dateText' },
  'number-style': {
    part: 'numberStyle',
    title: 'import.ask.numberTitle',
    text: 'import.ask.numberText',
  },
  discount: {
    part: 'discount',
    title: 'import.ask.discountTitle',
    text: 'import.ask.discountText',
  },
} as const satisfies Record<Kind, { part: keyof ColumnReading; title: string; text: string }>;

function Consequence({ option }: { readonly option: Option }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { from, to, afterToday, likely } = option;
  return (
    <>
      {from !== null && to !== null && (
        <small>
          {from === to
            ? t('import.ask.oneDay', { from: date(from, true) })
            : t('import.ask.span', { from: date(from, true), to: date(to, true) })}
        </small>
      )}
      {likely && <StatusBadge kind="good">{t('import.ask.likely')}</StatusBadge>}
      {afterToday > 0 && (
        <StatusBadge kind="wrong">{t('import.ask.future', { count: afterToday })}</StatusBadge>
      )}
    </>
  );
}

/** A question that is answered by how the column is read. */
export type ReadingQuestion = ColumnQuestion & { readonly kind: Kind };

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
  readonly question: ReadingQuestion;
}

/** The columns of all files that still wait for an answer of one kind and could have this one, by their source. */
function openAlike(sources: readonly DraftSource[], kind: Kind, value: string) {
  return sources
    .filter(({ isIncluded }) => isIncluded)
    .map(({ id, columns }) => ({
      sourceId: id,
      indexes: columns
        .filter(
          ({ question }) =>
            question?.kind === kind && question.options.some((option) => option.value === value),
        )
        .map(({ index }) => index),
    }))
    .filter(({ indexes }) => indexes.length > 0);
}

/** One answer for all columns that ask the same: a shop writes its days in one order, whatever the file. */
function SameForAll({ kind, value }: { readonly kind: Kind; readonly value: Value }) {
  const { t } = useTranslation();
  const { draft, work } = useImport();
  const open = openAlike(draft?.sources ?? [], kind, value);
  const count = open.reduce((sum, { indexes }) => sum + indexes.length, 0);
  if (count === 0) return null;
  const answerAll = async () => {
    for (const { sourceId, indexes } of open) {
      const readings = Object.fromEntries(
        indexes.map((index) => [index, { [KINDS[kind].part]: value }]),
      );
      if (!(await configure({ sourceId, readings }))) return;
    }
  };
  return (
    <Button variant="subtle" disabled={work !== null} onClick={() => void answerAll()}>
      {t('import.ask.sameForAll', { count })}
    </Button>
  );
}

/** A question that only the owner can settle: both readings, what each would mean, none chosen. */
export function ColumnAnswer({ sourceId, column, question }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, example, options } = question;
  const { part, title, text } = KINDS[kind];
  const chosen = column.reading?.[part];
  const isAnswered = column.question === null;
  const answer = (value: Value) => {
    void configure({ sourceId, readings: { [column.index]: { [part]: value } } as never });
  };
  const readingOf = ({ read }: Option): string | null => {
    if (read === '') return null;
    return kind === 'date-order' ? format.date(read) : readText(t, format, column.field, read);
  };
  const name = `reading-${sourceId}-${column.index}`;
  return (
    <fieldset className={classes.fieldset}>
      <div className={classes.ask} data-answered={isAnswered || undefined}>
        <legend className={classes.question}>
          <strong>{t(title, { example })}</strong>
          {!isAnswered && <span>{t(text)}</span>}
        </legend>
        <div className={classes.options} data-question={isAnswered ? undefined : ''}>
          {options.map((option) => (
            <label key={option.value} className={classes.option}>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={!column.question && chosen === option.value}
                onChange={() => answer(option.value as Value)}
              />
              <span className={classes.read}>
                <b>{readingOf(option) ?? t('import.ask.noReading')}</b>
                <small>{t(`import.ask.${option.value as Value}`)}</small>
              </span>
              {!isAnswered && <Consequence option={option} />}
            </label>
          ))}
        </div>
        {isAnswered && chosen !== undefined && <SameForAll kind={kind} value={chosen} />}
      </div>
    </fieldset>
  );
}
