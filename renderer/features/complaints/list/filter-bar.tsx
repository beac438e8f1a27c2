import { SegmentedControl, Select } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import {
  type ComplaintFilter,
  complaintKind,
  complaintState,
  severity,
} from '#shared/contract/complaint-facts.ts';
import type { Output } from '#shared/contract/index.ts';
import { ChoiceMenu, ClearFilter } from './choice-menu.tsx';
import classes from './filter-bar.module.css';
import { PeriodFilter, ProductFilter } from './popover-filters.tsx';
import { QueueSearch } from './queue-search.tsx';
import { SavedFilters } from './saved-filters.tsx';
import type { FilterChoice } from './use-complaint-filter.ts';

type Summary = Output<'complaints.summary'>;
type Flag = ComplaintFilter['flags'][number];

function toggled<V>(values: readonly V[], value: V): V[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

interface FlagProps {
  readonly choice: FilterChoice;
  readonly summary: Summary | undefined;
}

/** The two questions of every morning: what waits for us, and what is late. */
function UrgentChips({ choice, summary }: FlagProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const chips = [
    { flag: 'waits-for-us', count: summary?.waiting },
    { flag: 'overdue', count: summary?.overdue },
  ] as const;
  return chips.map(({ flag, count }) => (
    <button
      key={flag}
      type="button"
      className={classes.chip}
      aria-pressed={filter.flags.includes(flag)}
      onClick={() => setFilter({ flags: toggled<Flag>(filter.flags, flag) })}
    >
      {flag === 'overdue' && <Sign kind="wrong" />}
      {count === undefined
        ? t(`complaint.flag.${flag}`)
        : t('complaint.filter.count', { what: t(`complaint.flag.${flag}`), count })}
    </button>
  ));
}

/** Filters that a link set and no menu here offers. */
function LinkedFilters({ choice }: { readonly choice: FilterChoice }) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { names } = useComplaintList();
  const chips = filter.flags
    .filter((flag) => flag !== 'waits-for-us' && flag !== 'overdue')
    .map((flag) => ({
      text: t(`complaint.flag.${flag}`),
      clear: () => setFilter({ flags: toggled<Flag>(filter.flags, flag) }),
    }));
  if (filter.customerId !== null) {
    const value = names[`customer ${filter.customerId}`] ?? t('complaint.filter.thatCustomer');
    chips.push({
      text: t('complaint.filter.is', { what: t('complaint.filter.customer'), value }),
      clear: () => setFilter({ customerId: null }),
    });
  }
  if (filter.importId !== null) {
    chips.push({
      text: t('complaint.filter.fromImport'),
      clear: () => setFilter({ importId: null }),
    });
  }
  return chips.map(({ text, clear }) => (
    <span key={text} className={classes.facet}>
      <span className={classes.chip} data-on>
        <span className={classes.cut}>{text}</span>
      </span>
      <ClearFilter text={text} onClear={clear} />
    </span>
  ));
}

function ValueMenus({ choice, summary }: FlagProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { data: words } = useQuery('complaints.words', {});
  const counts = new Map(summary?.states.map(({ state, count }) => [state, count]));
  const causes = words?.causes ?? [];
  const own = filter.cause;
  const allCauses = own === null || causes.includes(own) ? causes : [own, ...causes];
  return (
    <>
      <ChoiceMenu
        title={t('complaint.filter.state')}
        choices={complaintState.options.map((value) => ({
          value,
          label: t(`complaint.state.${value}`),
          ...(summary === undefined ? {} : { count: counts.get(value) ?? 0 }),
        }))}
        chosen={filter.states}
        onToggle={(value) => setFilter({ states: toggled(filter.states, value) })}
        onClear={() => setFilter({ states: [] })}
      />
      <ChoiceMenu
        title={t('complaint.filter.severity')}
        choices={severity.options.map((value) => ({
          value,
          label: t(`complaint.severity.${value}`),
        }))}
        chosen={filter.severities}
        onToggle={(value) => setFilter({ severities: toggled(filter.severities, value) })}
        onClear={() => setFilter({ severities: [] })}
      />
      <ChoiceMenu
        title={t('complaint.filter.kind')}
        choices={complaintKind.options.map((value) => ({
          value,
          label: t(`complaint.kind.${value}`),
        }))}
        chosen={filter.kinds}
        onToggle={(value) => setFilter({ kinds: toggled(filter.kinds, value) })}
        onClear={() => setFilter({ kinds: [] })}
      />
      <ChoiceMenu
        title={t('complaint.filter.cause')}
        choices={allCauses.map((value) => ({ value, label: value }))}
        chosen={own === null ? [] : [own]}
        hasSearch={allCauses.length > 8}
        emptyText={t('complaint.filter.noCauses')}
        onToggle={(value) => setFilter({ cause: value === own ? null : value })}
        onClear={() => setFilter({ cause: null })}
      />
    </>
  );
}

function LookControls() {
  const { t } = useTranslation();
  const { view, order, setView, setOrder } = useComplaintList();
  return (
    <>
      {view === 'list' && (
        <Select
          className={classes.order}
          aria-label={t('complaint.order.label')}
          value={order}
          data={(['due', 'age', 'newest'] as const).map((value) => ({
            value,
            label: t(`complaint.order.${value}`),
          }))}
          onChange={(value) => value !== null && setOrder(value)}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('complaint.view.label')}
        value={view}
        data={(['list', 'board'] as const).map((value) => ({
          value,
          label: t(`complaint.view.${value}`),
        }))}
        onChange={setView}
      />
    </>
  );
}

interface Props extends FlagProps {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The summary is still that of the filter before. */
  readonly isCounting: boolean;
  /** What the rows shown call the product that is filtered by. */
  readonly productName: string | null;
}

/** Search, filters, what they leave over, and how the queue is looked at. */
export function FilterBar({ choice, summary, list, isCounting, productName }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <QueueSearch choice={choice} list={list} />
      <UrgentChips choice={choice} summary={summary} />
      <ValueMenus choice={choice} summary={summary} />
      <ProductFilter choice={choice} shownName={productName} />
      <PeriodFilter {...choice} />
      <LinkedFilters choice={choice} />
      <div className={classes.end}>
        {summary !== undefined && (
          <p className={classes.summary} role="status" data-stale={isCounting || undefined}>
            {t('complaint.list.summary', { count: summary.count })}
          </p>
        )}
        <SavedFilters {...choice} />
        <LookControls />
      </div>
    </div>
  );
}
