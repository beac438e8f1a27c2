import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { usePages } from '#renderer/data/use-pages.ts';
import type { PackRow } from '#shared/contract/accountant/periods.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { type PackStep, PackTableRow } from './pack-table-row.tsx';
import classes from './periods.module.css';
import { UnlockDialog } from './unlock-dialog.tsx';

const PAGE = 12;
const COLUMNS = ['period', 'made', 'revenue', 'difference', 'since', 'lock', 'actions'] as const;
const FIGURES: ReadonlySet<string> = new Set(['revenue', 'difference']);

interface Asked {
  readonly step: PackStep;
  readonly pack: PackRow;
}

/** What is asked about one pack. */
function Ask({ step, pack, onClose }: Asked & { onClose(): void }) {
  if (step === 'changes') return <ChangesDialog pack={pack} onClose={onClose} />;
  if (step === 'handOver') return <HandOverDialog pack={pack} onClose={onClose} />;
  return <UnlockDialog pack={pack} onClose={onClose} />;
}

function PackTable({ packs }: { readonly packs: readonly PackRow[] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('period.packs.title')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={FIGURES.has(column) ? classes.n : undefined}>
                {t(`period.packs.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <PackTableRow key={pack.id} pack={pack} onAsk={(step) => setAsked({ step, pack })} />
          ))}
        </tbody>
      </table>
      {asked !== null && <Ask {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** Every period of which a pack was made: what changed since, and whether it is locked. */
export function PacksCard() {
  const { t } = useTranslation();
  const pages = usePages('accountant.packs', {}, PAGE);
  const { rows, error, isPending, isEmpty, hasMore, isLoadingMore, loadMore, retry } = pages;
  return (
    <Card title={t('period.packs.title')} padded={false} ruled>
      {error !== null && <ErrorState error={error.error} onRetry={retry} />}
      {isPending && <p className={classes.quiet}>{t('period.packs.comparing')}</p>}
      {isEmpty && (
        <EmptyState title={t('period.packs.emptyTitle')} text={t('period.packs.empty')} />
      )}
      {rows.length > 0 && <PackTable packs={rows} />}
      {rows.length > 0 && <p className={classes.quiet}>{t('period.packs.compared')}</p>}
      {hasMore && (
        <div className={classes.more}>
          <Button size="xs" loading={isLoadingMore} onClick={loadMore}>
            {t('period.packs.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}
