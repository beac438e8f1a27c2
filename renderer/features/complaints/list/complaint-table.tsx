import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { VirtualGrid } from '#renderer/components/list/virtual-grid.tsx';
import { useComplaintColumns } from './columns.ts';
import type { Complaints } from './use-complaints.ts';

const ROW_REM = 3;

interface Props {
  readonly complaints: Complaints;
  readonly focusRef: RefObject<HTMLDivElement | null>;
}

/** The queue as a list: two lines a complaint. */
export function ComplaintTable({ complaints, focusRef }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const columns = useComplaintColumns();
  const { choice, order, pages, summary } = complaints;
  return (
    <VirtualGrid
      name="complaints"
      label={t('complaint.list.label')}
      shows={`${choice.address} ${order}`}
      pages={pages}
      counted={summary?.count}
      rowRem={ROW_REM}
      columns={columns}
      focusRef={focusRef}
      onOpen={({ id }) => go({ complaint: id })}
    />
  );
}
