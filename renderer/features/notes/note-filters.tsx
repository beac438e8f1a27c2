import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar, FilterEnd } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips, LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import type { FilterChoice } from '#renderer/components/list/use-filter.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { type NoteFilter, noteAbout } from '#shared/contract/notes/notes.ts';
import type { CustomerId, ProductId } from '#shared/ids.ts';

export type NoteChoice = FilterChoice<NoteFilter>;

const ORDERS = ['changed', 'title'] as const;

/** What a link asked for and no menu here offers. */
function Linked({ choice }: { readonly choice: NoteChoice }) {
  const { t } = useTranslation();
  const { customer, product, cause, note } = choice.filter;
  const whose = useQuery(
    'customers.get',
    { id: customer ?? (1 as CustomerId) },
    { enabled: customer !== null },
  );
  const what = useQuery(
    'products.get',
    { id: product ?? (1 as ProductId) },
    { enabled: product !== null },
  );
  const customerName = whose.data?.facts.name ?? '…';
  const productName = what.data?.facts.name ?? '…';
  return (
    <>
      {customer !== null && (
        <LinkedFilter
          text={t('notes.of.customer', { name: customerName })}
          onClear={() => choice.setFilter({ customer: null })}
        />
      )}
      {product !== null && (
        <LinkedFilter
          text={t('notes.of.product', { name: productName })}
          onClear={() => choice.setFilter({ product: null })}
        />
      )}
      {cause !== null && (
        <LinkedFilter
          text={t('notes.of.cause', { name: cause })}
          onClear={() => choice.setFilter({ cause: null })}
        />
      )}
      {note !== null && (
        <LinkedFilter text={t('notes.of.note')} onClear={() => choice.setFilter({ note: null })} />
      )}
    </>
  );
}

interface Props {
  readonly choice: NoteChoice;
  readonly counts: Output<'notes.list'>['counts'];
}

/** Which how-tos are shown, and in which order. */
export function NoteFilters({ choice, counts }: Props) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  return (
    <FilterBar>
      <FilterChips label={t('notes.which')}>
        {noteAbout.map((about) => (
          <FilterChip
            key={about}
            isOn={filter.about === about}
            count={counts[about]}
            onClick={() => setFilter({ about })}
          >
            {t(`notes.about.${about}`)}
          </FilterChip>
        ))}
      </FilterChips>
      <Linked choice={choice} />
      <FilterEnd>
        <ChoiceMenu
          title={t('notes.sort')}
          choices={ORDERS.map((value) => ({ value, label: t(`notes.sortBy.${value}`) }))}
          chosen={[filter.sort]}
          onToggle={(sort) => setFilter({ sort })}
          onClear={() => setFilter({ sort: 'changed' })}
        />
        <SearchBox
          value={filter.search}
          label={t('notes.search')}
          placeholder={t('notes.searchHint')}
          onSearch={(search) => setFilter({ search })}
        />
      </FilterEnd>
    </FilterBar>
  );
}
