import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar, FilterEnd, FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { daysOfText } from '#shared/contract/days.ts';
import type { Output } from '#shared/contract/index.ts';
import { mayWrite } from '#shared/contract/privacy/privacy.ts';
import { ColumnMenu } from './column-menu.tsx';
import { OwnFilters } from './own-filters.tsx';
import { ReferralFilters } from './referral-filters.tsx';
import { ProductFilters, SegmentMenu, ThenFilters } from './segment-filters.tsx';
import { TierFilter } from './tier-filter.tsx';
import type { ColumnChoice } from './use-columns.ts';
import type { Customers } from './use-customers.ts';

type ChoiceProps = Pick<Customers, 'choice'>;

type Facet = Output<'customers.facets'>['tags'][number];

function choicesOf(facets: readonly Facet[] | undefined) {
  return (facets ?? []).map(({ value, count }) => ({ value, label: value, count }));
}

function FacetMenus({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const { data: facets } = useQuery('customers.facets', {});
  const { filter, setFilter } = choice;
  const { tags, city: own, offers } = filter;
  return (
    <>
      <ChoiceMenu
        title={t('customers.tag')}
        emptyText={t('customers.noTags')}
        choices={choicesOf(facets?.tags)}
        chosen={tags}
        onToggle={(tag) => setFilter({ tags: toggled(tags, tag) })}
        onClear={() => setFilter({ tags: [] })}
      />
      <ChoiceMenu
        title={t('customers.city')}
        emptyText={t('customers.noCities')}
        choices={choicesOf(facets?.cities)}
        chosen={own === null ? [] : [own]}
        onToggle={(city) => setFilter({ city: city === own ? null : city })}
        onClear={() => setFilter({ city: null })}
      />
      <ChoiceMenu
        title={t('privacy.may.filter')}
        choices={mayWrite.options.map((value) => ({ value, label: t(`privacy.may.${value}`) }))}
        chosen={offers === null ? [] : [offers]}
        onToggle={(value) => setFilter({ offers: value === offers ? null : value })}
        onClear={() => setFilter({ offers: null })}
      />
    </>
  );
}

/** Filters that another screen set: one import, a range of values, who is slipping away. */
function LinkedFilters({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, setFilter } = choice;
  const { importId, clvFromMinor, clvToMinor, only, quietSince, health } = filter;
  const from = clvFromMinor === null ? '' : format.computed(clvFromMinor);
  const to = clvToMinor === null ? '' : format.computed(clvToMinor);
  const range =
    from !== '' && to !== '' ? 'clvBetween' : from !== '' ? 'clvFrom' : to !== '' ? 'clvTo' : null;
  return (
    <>
      {importId !== null && (
        <LinkedFilter
          text={t('customers.fromImport')}
          onClear={() => setFilter({ importId: null })}
        />
      )}
      {range !== null && (
        <LinkedFilter
          text={t(`customers.${range}`, { from, to })}
          onClear={() => setFilter({ clvFromMinor: null, clvToMinor: null })}
        />
      )}
      {quietSince !== null && (
        <LinkedFilter
          text={t('privacy.quiet.filter', { date: format.date(quietSince) })}
          onClear={() => setFilter({ quietSince: null })}
        />
      )}
      {health !== null && (
        <LinkedFilter
          text={t(`customers.health.filter.${health}`)}
          onClear={() => setFilter({ health: null })}
        />
      )}
      {only !== null && (
        <LinkedFilter
          text={t(`customers.only.${only}`)}
          onClear={() => setFilter({ only: null })}
        />
      )}
    </>
  );
}

/** Who first or last bought between two days, as a card of Insights set it. */
function BoughtFilters({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstFrom, firstTo, lastFrom, lastTo } = choice.filter;
  const say = (which: 'first' | 'last', from: string | null, to: string | null) => {
    const days = {
      from: from === null ? '' : format.date(from, true),
      to: to === null ? '' : format.date(to, true),
    };
    if (from === null) return t(`customers.${which}To`, days);
    return t(`customers.${which}${to === null ? 'From' : 'Between'}`, days);
  };
  return (
    <>
      {(firstFrom !== null || firstTo !== null) && (
        <LinkedFilter
          text={say('first', firstFrom, firstTo)}
          onClear={() => choice.setFilter({ firstFrom: null, firstTo: null })}
        />
      )}
      {(lastFrom !== null || lastTo !== null) && (
        <LinkedFilter
          text={say('last', lastFrom, lastTo)}
          onClear={() => choice.setFilter({ lastFrom: null, lastTo: null })}
        />
      )}
    </>
  );
}

/** Who bought in some spans of days and not in others, or came again so many months later. */
function SpanFilters({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { boughtIn, notBoughtIn, backMonths } = choice.filter;
  const say = (key: 'boughtIn' | 'notBoughtIn', days: string) => {
    const { from, to } = daysOfText(days);
    return t(`customers.${key}`, { from: format.date(from, true), to: format.date(to, true) });
  };
  return (
    <>
      {boughtIn.map((days) => (
        <LinkedFilter
          key={days}
          text={say('boughtIn', days)}
          onClear={() => choice.setFilter({ boughtIn: toggled(boughtIn, days) })}
        />
      ))}
      {notBoughtIn.map((days) => (
        <LinkedFilter
          key={days}
          text={say('notBoughtIn', days)}
          onClear={() => choice.setFilter({ notBoughtIn: toggled(notBoughtIn, days) })}
        />
      ))}
      {backMonths.length > 0 && (
        <LinkedFilter
          text={t('customers.backMonths', { months: backMonths.join(', ') })}
          onClear={() => choice.setFilter({ backMonths: [] })}
        />
      )}
    </>
  );
}

interface Props extends Pick<Customers, 'choice' | 'summary' | 'isCounting'> {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly columns: ColumnChoice;
}

/** Search, filters, what they leave over, and the columns. */
export function CustomerFilters({ choice, list, columns, summary, isCounting }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  return (
    <FilterBar>
      <SearchBox
        value={choice.filter.search}
        label={t('customers.searchLabel')}
        placeholder={t('customers.searchHere')}
        list={list}
        onSearch={(search) => choice.setFilter({ search })}
      />
      <SegmentMenu choice={choice} />
      <FacetMenus choice={choice} />
      <TierFilter choice={choice} />
      <ReferralFilters choice={choice} />
      <OwnFilters choice={choice} />
      <LinkedFilters choice={choice} />
      <ThenFilters choice={choice} />
      <ProductFilters choice={choice} />
      <BoughtFilters choice={choice} />
      <SpanFilters choice={choice} />
      <FilterEnd>
        {summary !== undefined && (
          <FilterSummary isStale={isCounting}>
            <b>{t('customers.summary', { count: summary.count })}</b>
            {', '}
            {t('customers.summaryRevenue', {
              months,
              revenue: format.money(summary.activeRevenueMinor, { short: true }),
            })}
          </FilterSummary>
        )}
        <ColumnMenu {...columns} />
      </FilterEnd>
    </FilterBar>
  );
}
