import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { FilterChip, FilterChips } from '#renderer/components/list/filter-chip.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { BackupCopy } from '#shared/contract/backups.ts';
import classes from './backups.module.css';
import { CopyRow } from './copy-row.tsx';

type Cause = BackupCopy['cause'];

const COLUMNS = ['when', 'why', 'size', 'holds', 'state', 'actions'] as const;

/** Why the shown copies were made, kept in the address; null: whatever for. */
function useCause() {
  const [search] = useSearchParams();
  const [location, navigate] = useLocation();
  const cause = search.get('cause');
  const show = (next: Cause | null) =>
    navigate(next === null ? location : `${location}?cause=${next}`, { replace: true });
  return { cause, show };
}

function Causes(props: {
  readonly copies: readonly BackupCopy[];
  readonly chosen: string | null;
  onShow(cause: Cause | null): void;
}) {
  const { copies, chosen, onShow } = props;
  const { t } = useTranslation();
  const counts = Map.groupBy(copies, ({ cause }) => cause);
  if (counts.size < 2 && chosen === null) return null;
  return (
    <div className={classes.filter}>
      <FilterChips label={t('backups.filter')}>
        <FilterChip isOn={chosen === null} count={copies.length} onClick={() => onShow(null)}>
          {t('backups.all')}
        </FilterChip>
        {[...counts].map(([cause, some]) => (
          <FilterChip
            key={cause}
            isOn={chosen === cause}
            count={some.length}
            onClick={() => onShow(chosen === cause ? null : cause)}
          >
            {t(`backups.cause.${cause}`)}
          </FilterChip>
        ))}
      </FilterChips>
    </div>
  );
}

function CopyTable({ copies }: { readonly copies: readonly BackupCopy[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('backups.list')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === 'size' ? classes.n : undefined}>
                {t(`backups.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {copies.map((copy) => (
            <CopyRow key={copy.fileName} copy={copy} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every copy there is, newest first, the damaged among them. */
export function CopiesCard() {
  const { t } = useTranslation();
  const { cause, show } = useCause();
  const { data, error, refetch } = useQuery('backups.list', {});
  const copies = data?.copies ?? [];
  const shown = copies.filter((copy) => cause === null || copy.cause === cause);
  const setAside = data?.setAside ?? [];
  return (
    <Card title={t('backups.list')} padded={false} ruled>
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <p className={classes.quiet}>{t('backups.reading')}</p>
      )}
      <Causes copies={copies} chosen={cause} onShow={show} />
      {shown.length > 0 && <CopyTable copies={shown} />}
      {data !== undefined && copies.length === 0 && (
        <EmptyState title={t('backups.empty.title')} text={t('backups.empty.text')} />
      )}
      {copies.length > 0 && shown.length === 0 && (
        <EmptyState title={t('backups.noneOf.title')}>
          <Button onClick={() => show(null)}>{t('backups.noneOf.clear')}</Button>
        </EmptyState>
      )}
      {data !== undefined && (
        <div className={classes.foot}>
          {setAside.length > 0 && (
            <p>{t('backups.setAside', { count: setAside.length, names: setAside.join(', ') })}</p>
          )}
          <p>{t('backups.kept')}</p>
          <p>{t('backups.folder', { folder: data.folder })}</p>
        </div>
      )}
    </Card>
  );
}
