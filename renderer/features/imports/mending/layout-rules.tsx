import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Draft, DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';
import { isImportField } from '#shared/domain/columns/fields.ts';
import { fieldName } from '../columns/field-options.ts';
import { setImport, useImport } from '../import-session.ts';
import { readingText } from '../reading-text.ts';
import { columnName, sourceName } from '../source-name.ts';
import { MemoryChoice } from './memory-choice.tsx';
import { remember } from './mend-work.ts';
import classes from './mending.module.css';

interface LineProps {
  readonly source: DraftSource;
  readonly column: DraftColumn;
}

function Line({ source, column }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isBusy = useImport((state) => state.work !== null);
  const header = columnName(t, column);
  const field = isImportField(column.field) ? fieldName(t, column.field) : column.field;
  const isAsked = source.asks.includes(column.index);
  return (
    <li>
      <span className={classes.what}>
        <span>{t('import.mend.columnIs', { header, field })}</span>
        <small>{readingText(t, format, column)}</small>
      </span>
      <MemoryChoice
        label={t('import.mend.nextOf', { name: header })}
        value={isAsked ? 'ask' : 'use'}
        options={['use', 'ask']}
        onChange={(memory) =>
          void remember(source.id, {
            ...{ kind: 'column', column: column.index, isAsked: memory === 'ask' },
          })
        }
      />
      <Button
        size="xs"
        variant="subtle"
        disabled={isBusy}
        aria-label={t('import.mend.changeOf', { header })}
        onClick={() => setImport({ step: 'columns', sourceId: source.id, error: null })}
      >
        {t('import.mend.change')}
      </Button>
    </li>
  );
}

/** The columns of a file: those that are read as in the last one of its titles, and others that were asked about. */
function columnsOf({ columns, asks }: DraftSource) {
  const remembered = columns.filter(({ confidence }) => confidence === 'remembered');
  const asked = columns.filter(({ index }) => asks.includes(index));
  return { remembered, asked: asked.filter((column) => !remembered.includes(column)) };
}

interface ListProps {
  readonly kind: 'remembered' | 'asked';
  readonly files: readonly {
    readonly source: DraftSource;
    readonly columns: readonly DraftColumn[];
  }[];
}

function Columns({ kind, files }: ListProps) {
  const { t } = useTranslation();
  const count = files.reduce((sum, { columns }) => sum + columns.length, 0);
  if (count === 0) return null;
  return (
    <details>
      <summary>{t(`import.mend.${kind}Columns`, { count })}</summary>
      {files
        .filter(({ columns }) => columns.length > 0)
        .map(({ source, columns }) => (
          <ul
            key={source.id}
            className={classes.list}
            aria-label={t(`import.mend.${kind}Of`, { name: sourceName(source) })}
          >
            {columns.map((column) => (
              <Line key={column.index} source={source} column={column} />
            ))}
          </ul>
        ))}
    </details>
  );
}

/** Which rules come from the last file of the same titles: each is named, and can be changed or asked about. */
export function LayoutRules({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const files = draft.sources
    .filter(({ isIncluded }) => isIncluded)
    .map((source) => ({ source, ...columnsOf(source) }));
  const known = files.map(({ source, remembered: columns }) => ({ source, columns }));
  const asked = files.map(({ source, asked: columns }) => ({ source, columns }));
  if (files.every(({ remembered, asked: open }) => remembered.length + open.length === 0))
    return null;
  return (
    <Card title={t('import.mend.remembered')} padded={false}>
      <div className={classes.rules}>
        <Columns kind="remembered" files={known} />
        <Columns kind="asked" files={asked} />
      </div>
    </Card>
  );
}
