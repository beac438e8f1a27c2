import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar, FilterEnd, FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips, LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { stages } from '#shared/domain/vocabulary/prospects.ts';
import { useLeftOut, useSumsText } from '../use-sums-text.ts';
import type { Prospects } from './use-prospects.ts';

interface Props {
  readonly prospects: Prospects;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** The stages, and those whose next step is late or missing. */
function ValueFilters({ prospects: { choice } }: Pick<Props, 'prospects'>) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  return (
    <>
      <ChoiceMenu
        title={t('prospects.filter.stage')}
        choices={stages.map((value) => ({ value, label: t(`prospects.stage.${value}`) }))}
        chosen={filter.stages}
        onToggle={(value) => setFilter({ stages: toggled(filter.stages, value) })}
        onClear={() => setFilter({ stages: [] })}
      />
      <FilterChips label={t('prospects.filter.step')}>
        {(['overdue', 'none'] as const).map((value) => (
          <FilterChip
            key={value}
            isOn={filter.step === value}
            onClick={() => setFilter({ step: filter.step === value ? null : value })}
          >
            {t(`prospects.filter.${value}`)}
          </FilterChip>
        ))}
      </FilterChips>
      {filter.customerId !== null && (
        <LinkedFilter
          text={t('prospects.filter.customer')}
          onClear={() => setFilter({ customerId: null })}
        />
      )}
    </>
  );
}

/** Search, filters, and what they leave comes to. */
export function ProspectFilters({ prospects, list }: Props) {
  const { t } = useTranslation();
  const textOf = useSumsText();
  const leftOutOf = useLeftOut();
  const { choice, sums, isCounting } = prospects;
  const leftOut = sums === undefined ? null : leftOutOf(sums);
  return (
    <FilterBar>
      <SearchBox
        value={choice.filter.search}
        label={t('prospects.filter.searchLabel')}
        placeholder={t('prospects.filter.search')}
        list={list}
        onSearch={(search) => choice.setFilter({ search })}
      />
      <ValueFilters prospects={prospects} />
      <FilterEnd>
        {sums !== undefined && (
          <FilterSummary isStale={isCounting}>
            {textOf(sums)}
            {leftOut !== null && ` (${leftOut})`}
          </FilterSummary>
        )}
      </FilterEnd>
    </FilterBar>
  );
}
