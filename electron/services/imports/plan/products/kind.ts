import { prepareProductLookup } from '#db/queries/imports/lookup-products.ts';
import { type KindPlan, noCounts, type RowKind } from '../row-kind.ts';
import { ProductBook } from './book.ts';
import { productRows } from './rows.ts';
import { writeProducts } from './write.ts';

/** The products of a plan, as other kinds ask for them. */
interface ProductPlan extends KindPlan {
  /** The code of a new one of which nothing else is known; else null. */
  codeAlone(productId: number): string | null;
}

/** Products: a file's own, or those that its rows are about. */
export const products: RowKind<ProductPlan> = {
  name: 'products',
  fields: ['product.'],
  columns: 'named',
  naming: { mode: 'correct' },
  brings: (has) => has('product.name', 'product.sku'),
  lacks: () => null,
  open: ({ raw, staging, isEmpty, digits, ids }) => {
    const lookup = isEmpty ? null : prepareProductLookup(raw);
    const book = new ProductBook(lookup, () => ids.of('products'));
    const counts = noCounts();
    return {
      codeAlone: (productId) => {
        const slot = book.slots.get(productId);
        const isNew = slot !== undefined && slot.before === null;
        return isNew && slot.facts.name === slot.facts.sku ? slot.facts.sku : null;
      },
      rowsOf: (source, { mode }) => productRows(source, mode, book, digits),
      write: () => writeProducts(book.slots.values(), staging, counts),
      counts: () => ({ products: counts }),
    };
  },
};
