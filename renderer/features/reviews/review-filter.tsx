import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterEnd } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips } from '#renderer/components/list/filter-chip.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import type { FilterChoice } from '#renderer/components/list/use-filter.ts';
import type { Output } from '#shared/contract/index.ts';
import { type ReviewFilter, reviewPlatform } from '#shared/contract/reviews.ts';
import classes from './reviews.module.css';

export type ReviewChoice = FilterChoice<ReviewFilter>;
type Summary = Output<'reviews.summary'>;

interface Props {
  readonly choice: ReviewChoice;
  readonly summary: Summary | undefined;
}

const KINDS = ['all', 'waiting', 'negative', 'revisable'] as const;
const ANYWHERE = 'any';

function countOf(kind: (typeof KINDS)[number], summary: Summary): number {
  return kind === 'all' ? summary.count : summary[kind];
}

function PlatformSelect({ choice }: Pick<Props, 'choice'>) {
  const { t } = useTranslation();
  return (
    <Select
      className={classes.platform}
      aria-label={t('review.platformLabel')}
      data={[
        { value: ANYWHERE, label: t('review.anyPlatform') },
        ...reviewPlatform.options.map((value) => ({ value, label: t(`review.platform.${value}`) })),
      ]}
      value={choice.filter.platform ?? ANYWHERE}
      onChange={(value) => {
        const read = reviewPlatform.safeParse(value);
        choice.setFilter({ platform: read.success ? read.data : null });
      }}
    />
  );
}

/** Which reviews are shown: those that wait, the bad ones, by place, by words. */
export function ReviewFilters({ choice, summary }: Props) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  return (
    <div className={classes.filter}>
      <FilterBar>
        <FilterChips label={t('review.only.label')}>
          {KINDS.map((kind) => (
            <FilterChip
              key={kind}
              isOn={filter.only === kind}
              count={summary === undefined ? undefined : countOf(kind, summary)}
              onClick={() => setFilter({ only: kind })}
            >
              {t(`review.only.${kind}`)}
            </FilterChip>
          ))}
        </FilterChips>
        <FilterEnd>
          <PlatformSelect choice={choice} />
          <SearchBox
            value={filter.search}
            label={t('review.search')}
            placeholder={t('review.search')}
            onSearch={(search) => setFilter({ search })}
          />
        </FilterEnd>
      </FilterBar>
    </div>
  );
}
