import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListCard, ListPage } from '#renderer/components/list/list-page.tsx';
import { VirtualGrid } from '#renderer/components/list/virtual-grid.tsx';
import { ProspectDialog } from '../facts/prospect-dialog.tsx';
import { ProspectsHead } from '../prospects-head.tsx';
import { useProspectColumns } from './columns.ts';
import { ExportProspects } from './export-prospects.tsx';
import { ProspectFilters } from './filter-bar.tsx';
import { type Prospects, useProspects } from './use-prospects.ts';

const ROW_REM = 3;

function Nothing({ prospects, onNew }: { readonly prospects: Prospects; onNew(): void }) {
  const { t } = useTranslation();
  const { choice } = prospects;
  if (choice.isAll)
    return (
      <EmptyState title={t('prospects.empty.title')} text={t('prospects.empty.text')}>
        <Button variant="filled" onClick={onNew}>
          {t('prospects.new')}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState title={t('prospects.empty.nothingTitle')} text={t('prospects.empty.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('prospects.filter.clear')}</Button>
    </EmptyState>
  );
}

/** Every prospect in one list. */
export function ProspectsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const prospects = useProspects();
  const columns = useProspectColumns();
  const list = useRef<HTMLDivElement>(null);
  const [isNew, setNew] = useState(false);
  const { choice, order, pages, sums } = prospects;
  const open = () => setNew(true);
  return (
    <ListPage>
      <ProspectsHead view="list" onNew={open}>
        {!pages.isEmpty && <ExportProspects prospects={prospects} />}
      </ProspectsHead>
      {!(pages.isEmpty && choice.isAll) && <ProspectFilters prospects={prospects} list={list} />}
      <ListCard pages={pages} nothing={<Nothing prospects={prospects} onNew={open} />}>
        <VirtualGrid
          name="prospects"
          label={t('prospects.list')}
          shows={`${choice.address} ${order.sort} ${order.descending}`}
          pages={pages}
          counted={sums?.count}
          rowRem={ROW_REM}
          columns={columns}
          order={order}
          focusRef={list}
          onOpen={({ id }) => go({ prospect: id })}
        />
      </ListCard>
      {isNew && <ProspectDialog row={null} onClose={() => setNew(false)} />}
    </ListPage>
  );
}
