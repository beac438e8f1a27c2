import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useCustomerList } from '#renderer/state/customer-list.ts';
import type { Output } from '#shared/contract/index.ts';
import { COLUMNS } from './columns.ts';
import { FacetMenu } from './facet-menu.tsx';
import classes from './filter-bar.module.css';
import { ListSearch } from './list-search.tsx';
import type { ColumnChoice } from './use-columns.ts';

function ColumnMenu({ chosen, toggle }: ColumnChoice) {
  const { t } = useTranslation();
  const months = useSettings().settings.activeMonths;
  return (
    <Popover position="bottom-end">
      <Popover.Target>
        <Button size="xs" leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden="true" />}>
          {t('customers.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.columns}>
        <h2>{t('customers.columnsHint')}</h2>
        {COLUMNS.filter(({ name }) => name !== 'name').map(({ name }) => (
          <Checkbox
            key={name}
            label={t(`customers.column.${name}`, { months })}
            checked={chosen.includes(name)}
            onChange={() => toggle(name)}
          />
        ))}
        <p>{t('customers.columnsDropped')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Filters that another screen set: one import, a range of values. */
function OtherFilters() {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, setFilter } = useCustomerList();
  const { importId, clvFromMinor, clvToMinor } = filter;
  const from = clvFromMinor === null ? '' : format.computed(clvFromMinor);
  const to = clvToMinor === null ? '' : format.computed(clvToMinor);
  const range =
    from !== '' && to !== '' ? 'clvBetween' : from !== '' ? 'clvFrom' : to !== '' ? 'clvTo' : null;
  const chips = [
    ...(importId === null
      ? []
      : [{ text: t('customers.fromImport'), clear: () => setFilter({ importId: null }) }]),
    ...(range === null
      ? []
      : [
          {
            text: t(`customers.${range}`, { from, to }),
            clear: () => setFilter({ clvFromMinor: null, clvToMinor: null }),
          },
        ]),
  ];
  return chips.map(({ text, clear }) => (
    <button
      key={text}
      type="button"
      className={classes.chip}
      data-on
      aria-label={t('customers.removeFilter', { what: text })}
      onClick={clear}
    >
      {text}
      <IconX size={14} stroke={1.75} aria-hidden="true" />
    </button>
  ));
}

interface Props {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly columns: ColumnChoice;
  readonly summary: Output<'customers.summary'> | undefined;
  /** The summary is still that of the filter before. */
  readonly isCounting: boolean;
}

/** Search, filters, what they leave over, and the columns. */
export function FilterBar({ list, columns, summary, isCounting }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, setFilter } = useCustomerList();
  const months = useSettings().settings.activeMonths;
  const { data: facets } = useQuery('customers.facets', {});
  const toggleTag = (tag: string) =>
    setFilter({
      tags: filter.tags.includes(tag)
        ? filter.tags.filter((one) => one !== tag)
        : [...filter.tags, tag],
    });
  return (
    <div className={classes.bar}>
      <ListSearch list={list} />
      <FacetMenu
        title={t('customers.tag')}
        chosenTitle={t('customers.tagIs', { value: filter.tags.join(', ') })}
        emptyText={t('customers.noTags')}
        values={facets?.tags ?? []}
        chosen={filter.tags}
        onToggle={toggleTag}
        onClear={() => setFilter({ tags: [] })}
      />
      <FacetMenu
        title={t('customers.city')}
        chosenTitle={t('customers.cityIs', { value: filter.city ?? '' })}
        emptyText={t('customers.noCities')}
        values={facets?.cities ?? []}
        chosen={filter.city === null ? [] : [filter.city]}
        onToggle={(city) => setFilter({ city: city === filter.city ? null : city })}
        onClear={() => setFilter({ city: null })}
      />
      <OtherFilters />
      {summary !== undefined && (
        <p className={classes.summary} role="status" data-stale={isCounting || undefined}>
          <b>{t('customers.summary', { count: summary.count })}</b>
          {', '}
          {t('customers.summaryRevenue', {
            months,
            revenue: format.money(summary.activeRevenueMinor, { short: true }),
          })}
        </p>
      )}
      <ColumnMenu {...columns} />
    </div>
  );
}
