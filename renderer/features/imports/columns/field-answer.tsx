import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ColumnQuestion, DraftColumn } from '#shared/contract/imports-draft.ts';
import { isImportField } from '#shared/domain/columns/fields.ts';
import { configure } from '../import-work.ts';
import classes from './columns.module.css';
import { fieldName } from './field-options.ts';

const TEXTS = {
  'money-column': { title: 'import.ask.moneyTitle', text: 'import.ask.moneyText' },
  'other-currency': { title: 'import.ask.currencyTitle', text: 'import.ask.currencyText' },
  'each-time': { title: 'import.ask.eachTimeTitle', text: 'import.ask.eachTimeText' },
  'repeated-columns': { title: 'import.ask.repeatedTitle', text: 'import.ask.repeatedText' },
} as const;

/** A question that is answered by what the column becomes. */
export type FieldQuestion = ColumnQuestion & { readonly kind: keyof typeof TEXTS };

/** Whether a question asks for a column's field, and not for how it is read. */
export function asksForField(question: ColumnQuestion): question is FieldQuestion {
  return question.kind in TEXTS;
}

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
  readonly question: FieldQuestion;
}

/** Money that would be left out without a word: what the column is, or that it may be left out. */
export function FieldAnswer({ sourceId, column, question }: Props) {
  const { t } = useTranslation();
  const { currency } = useFormat();
  const { kind, example, options } = question;
  const isAnswered = column.question === null;
  const answer = (field: string) => {
    void configure({ sourceId, fields: { [column.index]: field } });
  };
  const nameOf = (field: string): string => {
    if (!isImportField(field) || field === 'ignore') return t('import.ask.leaveOut');
    return kind === 'other-currency'
      ? t('import.ask.countAsOwn', { currency })
      : fieldName(t, field);
  };
  return (
    <fieldset className={classes.fieldset}>
      <div className={classes.ask} data-answered={isAnswered || undefined}>
        <legend className={classes.question}>
          <strong>{t(TEXTS[kind].title, { example })}</strong>
          {!isAnswered && <span>{t(TEXTS[kind].text, { currency })}</span>}
        </legend>
        <div className={classes.options} data-question={isAnswered ? undefined : ''}>
          {options.map(({ value, likely }) => (
            <label key={value} className={classes.option}>
              <input
                type="radio"
                name={`field-${sourceId}-${column.index}`}
                value={value}
                checked={isAnswered && column.field === value}
                onChange={() => answer(value)}
              />
              <span className={classes.read}>
                <b>{nameOf(value)}</b>
              </span>
              {!isAnswered && likely && (
                <StatusBadge kind="good">{t('import.ask.likely')}</StatusBadge>
              )}
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
