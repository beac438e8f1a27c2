import { useTranslation } from 'react-i18next';
import { ChipPopover } from '#renderer/components/list/chip-popover.tsx';
import { ProductField } from '#renderer/components/product-field.tsx';
import { useNames } from '#renderer/state/names.ts';
import type { ProductId } from '#shared/ids.ts';

interface Props {
  readonly productId: ProductId | null;
  /** What the rows shown say the product is called. */
  readonly shownName: string | null;
  onPick(productId: ProductId | null): void;
}

/** One product, found by its name. */
export function ProductFilter({ productId: id, shownName, onPick }: Props) {
  const { t } = useTranslation();
  const { names, remember } = useNames();
  const title = t('list.product');
  const name = id === null ? null : (names[`product ${id}`] ?? shownName ?? t('list.thatProduct'));
  return (
    <ChipPopover title={title} chosen={name} onClear={() => onPick(null)}>
      {(close) => (
        <ProductField
          label={title}
          value={id}
          name={name}
          isInside
          onChange={(productId, chosen) => {
            if (productId !== null && chosen !== null) remember(`product ${productId}`, chosen);
            onPick(productId);
            if (productId !== null) close();
          }}
        />
      )}
    </ChipPopover>
  );
}
