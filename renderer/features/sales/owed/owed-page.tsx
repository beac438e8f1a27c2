import { Button } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ExportMenu } from '#renderer/components/list/export-menu.tsx';
import { FilterBar, FilterEnd, FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip } from '#renderer/components/list/filter-chip.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { debtorName } from '#renderer/components/payments/names.ts';
import { SalesTabs } from '#renderer/components/sale/sales-tabs.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import { AgeStrip } from './age-strip.tsx';
import classes from './owed.module.css';
import { OwedTable } from './owed-table.tsx';
import { type Owed, useOwed } from './use-owed.ts';

/** What is overdue, from what an age counts, and whose money the shop holds. */
function useLead(): (totals: Output<'payments.owed'>['totals']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ overdueMinor, overdueDebtors, waitingMinor, waitingAccounts }) => {
    const amount = format.money(overdueMinor);
    const late =
      overdueDebtors === 0
        ? t('payments.owed.leadNone')
        : t('payments.owed.lead', { count: overdueDebtors, amount });
    const sentences = [late, t('payments.owed.age')];
    if (waitingAccounts > 0) {
      const waiting = { count: waitingAccounts, amount: format.money(waitingMinor) };
      sentences.push(t('payments.owed.waiting', waiting));
    }
    return sentences.join(' ');
  };
}

function ExportOwed({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  const task = useTask('payments.export');
  const { say, sayError } = useUndo();
  const { choice, order } = owed;
  const run = async (format: 'csv' | 'xlsx') => {
    const titles = { sheet: t('payments.owed.title') };
    const input = { filter: choice.filter, order, format, titles };
    const result = await task.run(input, t('payments.owed.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('payments.owed.done', { count: rows, file: fileNameOf(path) }));
    }
  };
  return (
    <ExportMenu
      label={t('list.export.label')}
      isRunning={task.isRunning}
      choices={(['xlsx', 'csv'] as const).map((name) => ({
        name,
        label: t(`list.export.${name}`),
      }))}
      onPick={(name) => void run(name)}
    />
  );
}

/** Opens the reminder of the next one who is late and was not reminded today; none where there is none. */
function RemindNext({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const next = owed.data?.rows.find(
    ({ customerId, phone, daysLate, remindedOn }) =>
      customerId !== null && phone !== null && (daysLate ?? 0) > 0 && remindedOn !== today,
  );
  if (next === undefined) return null;
  return (
    <Button
      leftSection={<IconBrandWhatsapp size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => owed.setOpened({ key: String(next.customerId), purpose: 'remind' })}
    >
      {t('payments.owed.remindNext', { name: debtorName(t, next) })}
    </Button>
  );
}

function Filters({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  const { choice, data, isStale } = owed;
  const { search, only } = choice.filter;
  return (
    <FilterBar>
      <SearchBox
        value={search}
        label={t('payments.owed.searchLabel')}
        placeholder={t('payments.owed.search')}
        onSearch={(text) => choice.setFilter({ search: text })}
      />
      <FilterChip
        isOn={only !== null}
        count={data?.totals.overdueDebtors}
        onClick={() => choice.setFilter({ only: only === null ? 'overdue' : null })}
      >
        {t('payments.owed.overdueOnly')}
      </FilterChip>
      <FilterEnd>
        {data !== undefined && (
          <FilterSummary isStale={isStale}>
            {t('payments.owed.rows', { count: data.count })}
          </FilterSummary>
        )}
      </FilterEnd>
    </FilterBar>
  );
}

function Nothing({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  if (owed.choice.isAll)
    return <EmptyState title={t('payments.owed.emptyTitle')} text={t('payments.owed.emptyText')} />;
  return (
    <EmptyState title={t('payments.owed.nothingTitle')} text={t('payments.owed.nothingText')}>
      <Button onClick={() => owed.choice.showOnly({})}>{t('payments.owed.clear')}</Button>
    </EmptyState>
  );
}

/** Who has not paid in full: how much, for how long, and what to do about it. */
export function OwedPage() {
  const { t } = useTranslation();
  const owed = useOwed();
  const leadOf = useLead();
  const { data, error, choice } = owed;
  const isEmpty = data?.count === 0;
  return (
    <>
      <PageHeader
        title={t('nav.sales')}
        lead={data === undefined ? '\u00a0' : leadOf(data.totals)}
        actions={
          data !== undefined &&
          !isEmpty && (
            <>
              <ExportOwed owed={owed} />
              <RemindNext owed={owed} />
            </>
          )
        }
      />
      <SalesTabs />
      {error !== null && <ErrorState error={error.error} onRetry={owed.retry} />}
      {!(isEmpty && choice.isAll) && (
        <>
          <AgeStrip owed={owed} />
          <Filters owed={owed} />
        </>
      )}
      {isEmpty && <Nothing owed={owed} />}
      {data !== undefined && data.rows.length > 0 && (
        <div className={classes.card}>
          <OwedTable owed={owed} />
        </div>
      )}
      {data !== undefined && data.count > data.rows.length && (
        <Button variant="subtle" onClick={owed.showMore}>
          {t('payments.owed.more')}
        </Button>
      )}
    </>
  );
}
