import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangedRecord } from '#renderer/components/changes/changed-record.tsx';
import { DeedItem } from '#renderer/components/changes/deed-item.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { usePages } from '#renderer/data/use-pages.ts';
import type { DeedEntry } from '#shared/contract/history.ts';
import classes from './history.module.css';

const NEXT_PAGE = 50;

/** What a deed did, record by record. */
function Inside({ entry }: { readonly entry: DeedEntry }) {
  const { t } = useTranslation();
  const pages = usePages('history.changes', { of: { batchId: entry.id } }, NEXT_PAGE);
  return (
    <div className={classes.inside}>
      {entry.importId !== null && <p className={classes.quiet}>{t('history.importOnly')}</p>}
      <ListRows
        pages={pages}
        nothing={
          entry.importId === null && <p className={classes.quiet}>{t('history.nothingTold')}</p>
        }
        more={
          <Button size="xs" loading={pages.isLoadingMore} onClick={pages.loadMore}>
            {t('app.more')}
          </Button>
        }
      >
        <ul>
          {pages.rows.map((change) => (
            <ChangedRecord key={change.id} change={change} />
          ))}
        </ul>
      </ListRows>
    </div>
  );
}

/** One deed of the list; it opens to what it did. */
export function DeedRow({ entry }: { readonly entry: DeedEntry }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DeedItem entry={entry} isTimeOnly isOpen={isOpen} onOpen={setOpen}>
      <Inside entry={entry} />
    </DeedItem>
  );
}
