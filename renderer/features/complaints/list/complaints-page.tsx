import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListCard, ListPage } from '#renderer/components/list/list-page.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SectionTabs } from '#renderer/components/section-tabs.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ComplaintBoard } from './complaint-board.tsx';
import { ComplaintTable } from './complaint-table.tsx';
import { ExportComplaints } from './export-complaints.tsx';
import { ComplaintFilters } from './filter-bar.tsx';
import { type ComplaintChoice, useComplaints } from './use-complaints.ts';

/** `3 keluhan menunggu kita, 1 lewat waktu`, whatever is filtered. */
function useLead(): string {
  const { t } = useTranslation();
  const { data } = useQuery('complaints.summary', { filter: lists.complaints.all });
  if (data === undefined) return '\u00a0';
  if (data.waiting === 0) return t('complaint.lead.none');
  const waiting = t('complaint.lead.waiting', { count: data.waiting });
  const late =
    data.overdue === 0
      ? t('complaint.lead.notLate')
      : t('complaint.lead.late', { count: data.overdue });
  return `${waiting}, ${late}.`;
}

function Nothing({ choice }: { readonly choice: ComplaintChoice }) {
  const { t } = useTranslation();
  const openNew = useUi((state) => state.openNewComplaint);
  if (choice.isAll) {
    return (
      <EmptyState title={t('complaint.empty.title')} text={t('complaint.empty.text')}>
        <Button onClick={() => openNew(null)}>{t('complaint.new.title')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('complaint.empty.nothingTitle')} text={t('complaint.empty.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('complaint.filter.clear')}</Button>
    </EmptyState>
  );
}

/** Every complaint, what is due first, as a list or a board of stages. */
export function ComplaintsPage() {
  const { t } = useTranslation();
  const complaints = useComplaints();
  const { choice, pages } = complaints;
  const view = useComplaintList((state) => state.view);
  const openNew = useUi((state) => state.openNewComplaint);
  const list = useRef<HTMLDivElement>(null);
  const lead = useLead();
  useHotkeys([['mod+shift+K', () => openNew(null)]]);
  return (
    <ListPage>
      <PageHeader
        title={t('complaint.title')}
        lead={lead}
        actions={
          <>
            {!pages.isEmpty && <ExportComplaints filter={choice.filter} />}
            <Button
              variant="filled"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() => openNew(null)}
            >
              {t('complaint.new.title')}
            </Button>
          </>
        }
      />
      <SectionTabs />
      {!(pages.isEmpty && choice.isAll) && <ComplaintFilters complaints={complaints} list={list} />}
      {view === 'board' && !pages.isEmpty ? (
        <ComplaintBoard choice={choice} focusRef={list} />
      ) : (
        <ListCard pages={pages} nothing={<Nothing choice={choice} />}>
          <ComplaintTable complaints={complaints} focusRef={list} />
        </ListCard>
      )}
    </ListPage>
  );
}
