import { useTranslation } from 'react-i18next';
import { ChipPopover } from '#renderer/components/list/chip-popover.tsx';
import { ProductField } from '#renderer/components/product-field.tsx';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import type { ComplaintChoice } from './use-complaints.ts';

interface Props {
  readonly choice: ComplaintChoice;
  /** What the rows shown say the product is called. */
  readonly shownName: string | null;
}

/** One product, found by its name. */
export function ProductFilter({ choice, shownName }: Props) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { names, remember } = useComplaintList();
  const id = filter.productId;
  const title = t('complaint.filter.product');
  const name =
    id === null ? null : (names[`product ${id}`] ?? shownName ?? t('complaint.filter.thatProduct'));
  return (
    <ChipPopover title={title} chosen={name} onClear={() => setFilter({ productId: null })}>
      {(close) => (
        <ProductField
          label={title}
          value={id}
          name={name}
          isInside
          onChange={(productId, chosen) => {
            if (productId !== null && chosen !== null) remember(`product ${productId}`, chosen);
            setFilter({ productId });
            if (productId !== null) close();
          }}
        />
      )}
    </ChipPopover>
  );
}
