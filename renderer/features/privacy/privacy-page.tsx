import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar } from '#renderer/components/list/filter-bar.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { PeriodFilter } from '#renderer/components/list/period-filter.tsx';
import { type FilterChoice, toggled, useFilter } from '#renderer/components/list/use-filter.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { usePages } from '#renderer/data/use-pages.ts';
import type { PrivacyLogFilter, PrivacyLogRow } from '#shared/contract/privacy/privacy.ts';
import { privacyEventKinds } from '#shared/domain/vocabulary/privacy.ts';
import { ExportLog } from './export-log.tsx';
import classes from './privacy-page.module.css';
import { QuietCard } from './quiet-card.tsx';

const NEXT_PAGE = 100;

interface Choice {
  readonly choice: FilterChoice<PrivacyLogFilter>;
}

function Filters({ choice }: Choice) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  return (
    <FilterBar>
      <PeriodFilter
        period={{ from: filter.from, to: filter.to }}
        fromLabel={t('privacy.page.from')}
        onPick={setFilter}
      />
      <ChoiceMenu
        title={t('privacy.page.kind')}
        choices={privacyEventKinds.map((value) => ({ value, label: t(`privacy.event.${value}`) }))}
        chosen={filter.kinds}
        onToggle={(value) => setFilter({ kinds: toggled(filter.kinds, value) })}
        onClear={() => setFilter({ kinds: [] })}
      />
    </FilterBar>
  );
}

function Nothing({ choice }: Choice) {
  const { t } = useTranslation();
  if (choice.isAll)
    return <EmptyState title={t('privacy.page.emptyTitle')} text={t('privacy.page.emptyText')} />;
  return (
    <EmptyState title={t('privacy.page.nothingTitle')} text={t('privacy.page.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('privacy.page.clear')}</Button>
    </EmptyState>
  );
}

/** For whom: by name, by the number of who was erased, or how many copies. */
function Who({ row }: { readonly row: PrivacyLogRow }) {
  const { t } = useTranslation();
  const { customer, number, count, kind } = row;
  if (customer !== null)
    return (
      <Link href={addressOf({ customer: customer.id })}>
        {customer.name === '' ? t('customers.noName') : customer.name}
      </Link>
    );
  if (number !== null) return <>{t('privacy.page.person', { number })}</>;
  if (kind === 'backups-removed') return <>{t('privacy.page.copies', { count: count ?? 0 })}</>;
  return <>{t('privacy.page.gone')}</>;
}

function LogTable({ rows }: { readonly rows: readonly PrivacyLogRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('privacy.page.when')}</th>
          <th scope="col">{t('privacy.page.kind')}</th>
          <th scope="col">{t('privacy.page.who')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{format.moment(row.at)}</td>
            <td>
              {t(`privacy.event.${row.kind}`)}{' '}
              {row.isUndone && <StatusBadge kind="waiting">{t('privacy.page.undone')}</StatusBadge>}
            </td>
            <td>
              <Who row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was done for whom: consent, data handed out, people erased; and how to do it. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const choice = useFilter(lists.privacy);
  const pages = usePages('privacy.log', { filter: choice.filter }, NEXT_PAGE);
  return (
    <article className={classes.page}>
      <PageHeader title={t('privacy.page.title')} lead={t('privacy.page.lead')} />
      <Card title={t('privacy.page.how')}>
        <p>{t('privacy.page.howText')}</p>
      </Card>
      <QuietCard />
      <h2 className={classes.heading}>{t('privacy.page.log')}</h2>
      {!(pages.isEmpty && choice.isAll) && (
        <div className={classes.bar}>
          <Filters choice={choice} />
          <ExportLog filter={choice.filter} />
        </div>
      )}
      <ListRows
        pages={pages}
        nothing={<Nothing choice={choice} />}
        more={
          <Button loading={pages.isLoadingMore} onClick={pages.loadMore}>
            {t('privacy.page.older')}
          </Button>
        }
      >
        <LogTable rows={pages.rows} />
      </ListRows>
    </article>
  );
}
