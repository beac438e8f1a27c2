import { Select } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#renderer/base/i18n.ts';
import type { SignKind } from '#renderer/components/sign/sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ColumnQuestion, DraftColumn } from '#shared/contract/imports-draft.ts';
import { configure } from '../import-work.ts';
import { readingText } from '../reading-text.ts';
import { columnName } from '../source-name.ts';
import table from '../table.module.css';
import { ColumnAnswer, type ReadingQuestion } from './column-answer.tsx';
import classes from './columns.module.css';
import { asksForField, FieldAnswer } from './field-answer.tsx';
import type { fieldOptions } from './field-options.ts';
import { OwnFieldChoice } from './own-field.tsx';

const SIGNS: Readonly<Record<DraftColumn['confidence'], SignKind>> = {
  sure: 'good',
  likely: 'good',
  check: 'due',
  none: 'waiting',
  chosen: 'changed',
  remembered: 'good',
};

/** Reasons for leaving a column out that its owner would not expect. */
const TELLING: ReadonlySet<string> = new Set([
  'values-disagree',
  'formulas',
  'recap',
  'already-counted',
  'repeated',
  'other-table',
]);

function Confidence({ column }: { readonly column: DraftColumn }) {
  const { t } = useTranslation();
  const because = textOf(t, 'because', column.because);
  if (column.question !== null) {
    return <StatusBadge kind="due">{t('import.sure.question')}</StatusBadge>;
  }
  const { confidence, field } = column;
  const isTelling = confidence === 'none' && TELLING.has(column.because);
  if (field === 'ignore' && confidence !== 'none') {
    return <StatusBadge kind="waiting">{t('import.sure.none')}</StatusBadge>;
  }
  return (
    <span title={because}>
      <StatusBadge kind={SIGNS[confidence]}>{t(`import.sure.${confidence}`)}</StatusBadge>
      {(confidence === 'check' || isTelling) && <span className={classes.why}>{because}</span>}
    </span>
  );
}

function Samples({ column }: { readonly column: DraftColumn }) {
  const { t } = useTranslation();
  if (column.samples.length === 0)
    return <i className={classes.muted}>{t('import.columns.empty')}</i>;
  return (
    <ul className={classes.samples} title={column.samples.join('\n')}>
      {column.samples.map((sample) => (
        <li key={sample}>{sample === '' ? <i>{t('import.columns.empty')}</i> : sample}</li>
      ))}
    </ul>
  );
}

interface Asked {
  readonly sourceId: number;
  readonly column: DraftColumn;
  readonly question: ColumnQuestion;
}

function Answer({ question, ...of }: Asked) {
  if (asksForField(question)) return <FieldAnswer {...of} question={question} />;
  return <ColumnAnswer {...of} question={question as ReadingQuestion} />;
}

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
  /** Open, or answered and still to be seen. */
  readonly question: ColumnQuestion | undefined;
  readonly fields: ReturnType<typeof fieldOptions>;
}

interface BelowProps extends Omit<Props, 'fields'> {
  readonly isOpen: boolean;
  readonly isAnswered: boolean;
}

/** What a column asks: which field it is kept as, and what of its reading only the owner knows. */
function Below({ sourceId, column, question, isOpen, isAnswered }: BelowProps) {
  return (
    <>
      {column.own !== null && (
        <tr>
          <td colSpan={6}>
            <OwnFieldChoice key={column.own.name} {...{ sourceId, column, own: column.own }} />
          </td>
        </tr>
      )}
      {question !== undefined && (
        <tr data-asked={isOpen || undefined} data-answered={isAnswered || undefined}>
          <td colSpan={6}>
            <Answer sourceId={sourceId} column={column} question={question} />
          </td>
        </tr>
      )}
    </>
  );
}

/** One column: theirs, samples, ours, how it is read, how sure; its question below it. */
export function ColumnRow({ sourceId, column, question, fields }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { index, field } = column;
  const name = columnName(t, column);
  const isOpen = column.question !== null;
  const isAnswered = question !== undefined && !isOpen;
  return (
    <>
      <tr
        data-asked={isOpen || undefined}
        data-answered={isAnswered || undefined}
        data-off={field === 'ignore' || undefined}
      >
        <td className={table.strong}>{name}</td>
        <td>
          <Samples column={column} />
        </td>
        <td className={classes.arrow}>
          <IconArrowNarrowRight size={16} stroke={1.75} aria-hidden="true" />
        </td>
        <td>
          <Select
            aria-label={t('import.columns.becomes', { header: name })}
            data={fields}
            value={field}
            searchable
            maxDropdownHeight={320}
            nothingFoundMessage={t('import.columns.search')}
            onChange={(value) => {
              if (value === null || value === field) return;
              void configure({ sourceId, fields: { [index]: value } });
            }}
          />
        </td>
        <td className={table.soft}>{readingText(t, format, column)}</td>
        <td>
          <Confidence column={column} />
        </td>
      </tr>
      <Below {...{ sourceId, column, question, isOpen, isAnswered }} />
    </>
  );
}
