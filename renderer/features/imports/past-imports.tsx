import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { UndoImport } from '#renderer/components/imports/undo-import.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ImportEntry } from '#shared/contract/imports.ts';
import classes from './start.module.css';
import { useSaveWrongRows } from './use-save-wrong-rows.ts';

const COUNTS = ['added', 'updated', 'unchanged', 'skipped', 'wrong'] as const;

function Files({ entry }: { readonly entry: ImportEntry }) {
  const { t } = useTranslation();
  const { date, dayOf } = useFormat();
  const [first = '', ...others] = entry.files;
  const undoneAt = entry.undoneAt;
  return (
    <td className={classes.files} title={entry.files.join('\n')}>
      {first}
      {others.length > 0 && (
        <span className={classes.more}>{t('import.past.more', { count: others.length })}</span>
      )}
      {undoneAt !== null && (
        <StatusBadge kind="waiting">
          {t('import.past.undone', { date: date(dayOf(undoneAt), true) })}
        </StatusBadge>
      )}
    </td>
  );
}

interface RowProps {
  readonly entry: ImportEntry;
  onUndo(): void;
}

function PastRow({ entry, onUndo }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const wrongRows = useSaveWrongRows();
  const name = entry.files[0] ?? '';
  const isDone = entry.status === 'done';
  return (
    <tr data-undone={!isDone || undefined}>
      <td>
        <DateText iso={format.dayOf(entry.doneAt)} short /> {format.time(entry.doneAt)}
      </td>
      <Files entry={entry} />
      {COUNTS.map((count) => (
        <td key={count} className={classes.n}>
          {format.number(entry.report.counts[count])}
        </td>
      ))}
      <td>
        <span className={classes.actions}>
          {entry.report.counts.wrong > 0 && (
            <Button
              size="xs"
              loading={wrongRows.isRunning}
              aria-label={t('import.past.saveWrongOf', { name })}
              onClick={() => void wrongRows.save(entry.id, entry.report)}
            >
              {t('import.past.saveWrong')}
            </Button>
          )}
          {isDone && (
            <Button size="xs" aria-label={t('import.past.undoOf', { name })} onClick={onUndo}>
              {t('import.past.undo')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

function PastTable({ entries }: { readonly entries: readonly ImportEntry[] }) {
  const { t } = useTranslation();
  const [toUndo, setToUndo] = useState<ImportEntry | null>(null);
  return (
    <div className={classes.scroll}>
      <table className={classes.past}>
        <thead>
          <tr>
            <th>{t('import.past.when')}</th>
            <th>{t('import.past.files')}</th>
            {COUNTS.map((count) => (
              <th key={count} className={classes.n}>
                {t(`import.past.${count}`)}
              </th>
            ))}
            <th className={classes.n}>{t('import.past.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <PastRow key={entry.id} entry={entry} onUndo={() => setToUndo(entry)} />
          ))}
        </tbody>
      </table>
      {toUndo !== null && <UndoImport importId={toUndo.id} onClose={() => setToUndo(null)} />}
    </div>
  );
}

/** Every import so far: what it did, Undo, and its wrong rows. */
export function PastImports() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery('imports.list', { limit: 100 });
  return (
    <Card title={t('import.past.title')} padded={false}>
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data !== undefined &&
        (data.length === 0 ? (
          <EmptyState title={t('import.past.emptyTitle')} text={t('import.past.empty')} />
        ) : (
          <PastTable entries={data} />
        ))}
    </Card>
  );
}
