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

/** The columns of a file that are read as they were in the last one of its titles, or asked about each time. */
function rememberedIn({ columns, asks }: DraftSource): DraftColumn[] {
  return columns.filter(
    ({ confidence, index }) => confidence === 'remembered' || asks.includes(index),
  );
}

/** Which rules come from the last file of the same titles: each is named, and can be changed or asked about. */
export function LayoutRules({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const known = draft.sources
    .filter(({ isIncluded }) => isIncluded)
    .map((source) => ({ source, columns: rememberedIn(source) }))
    .filter(({ columns }) => columns.length > 0);
  if (known.length === 0) return null;
  const count = known.reduce((sum, { columns }) => sum + columns.length, 0);
  return (
    <Card title={t('import.mend.remembered')} padded={false}>
      <div className={classes.rules}>
        <details>
          <summary>{t('import.mend.rememberedColumns', { count })}</summary>
          {known.map(({ source, columns }) => (
            <ul
              key={source.id}
              className={classes.list}
              aria-label={t('import.mend.rememberedOf', { name: sourceName(source) })}
            >
              {columns.map((column) => (
                <Line key={column.index} source={source} column={column} />
              ))}
            </ul>
          ))}
        </details>
      </div>
    </Card>
  );
}
