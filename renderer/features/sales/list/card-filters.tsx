import { useTranslation } from 'react-i18next';
import { LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { hourName, weekdayName } from '#renderer/components/time-names.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { productId } from '#shared/ids.ts';
import type { SaleChoice } from './use-sales.ts';

/** What a product is called; empty until it is known. */
function useProductName(id: number | null): string {
  const asked = useQuery(
    'products.get',
    { id: productId.parse(id ?? 1) },
    { enabled: id !== null },
  );
  return asked.data?.facts.name ?? '';
}

/** Filters that a figure of a card set: by day of the week, hour, product beside another, and who is in the trash. */
export function CardFilters({ choice }: { readonly choice: SaleChoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, setFilter } = choice;
  const { weekday, hour, lines, withProduct } = filter;
  const what = useProductName(withProduct);
  return (
    <>
      {filter.buyer === 'trashed' && (
        <LinkedFilter text={t('sales.filter.trashed')} onClear={() => setFilter({ buyer: null })} />
      )}
      {withProduct !== null && (
        <LinkedFilter
          text={t('sales.filter.withProduct', { what })}
          onClear={() => setFilter({ withProduct: null })}
        />
      )}
      {weekday !== null && (
        <LinkedFilter
          text={weekdayName(format, weekday)}
          onClear={() => setFilter({ weekday: null })}
        />
      )}
      {hour !== null && (
        <LinkedFilter
          text={t('sales.filter.hour', {
            from: hourName(format, hour),
            to: hourName(format, hour + 1),
          })}
          onClear={() => setFilter({ hour: null })}
        />
      )}
      {lines !== null && (
        <LinkedFilter text={t('sales.filter.unnamed')} onClear={() => setFilter({ lines: null })} />
      )}
    </>
  );
}
