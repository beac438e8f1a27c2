import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ColumnQuestion, DraftColumn } from '#shared/contract/imports-draft.ts';
import { configure } from '../import-work.ts';
import { readText } from '../reading-text.ts';
import classes from './columns.module.css';

type Option = ColumnQuestion['options'][number];
type Value = 'dmy' | 'mdy' | 'ymd' | 'id' | 'en' | 'plain';

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

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
  readonly question: ColumnQuestion;
}

/** A question that only the owner can settle: both readings, what each would mean, none chosen. */
export function ColumnAnswer({ sourceId, column, question }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, example, options } = question;
  const isDate = kind === 'date-order';
  const chosen = isDate ? column.reading?.dateOrder : column.reading?.numberStyle;
  const isAnswered = column.question === null;
  const answer = (value: Value) => {
    const reading = isDate ? { dateOrder: value } : { numberStyle: value };
    void configure({ sourceId, readings: { [column.index]: reading } as never });
  };
  const readingOf = ({ read }: Option): string | null => {
    if (read === '') return null;
    return isDate ? format.date(read) : readText(t, format, column.field, read);
  };
  const name = `reading-${sourceId}-${column.index}`;
  return (
    <fieldset className={classes.fieldset}>
      <div className={classes.ask} data-answered={isAnswered || undefined}>
        <legend className={classes.question}>
          <strong>
            {t(isDate ? 'import.ask.dateTitle' : 'import.ask.numberTitle', { example })}
          </strong>
          {!isAnswered && (
            <span>{t(isDate ? 'import.ask.dateText' : 'import.ask.numberText')}</span>
          )}
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
      </div>
    </fieldset>
  );
}
