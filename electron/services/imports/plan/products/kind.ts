import { prepareProductLookup } from '#db/queries/imports/lookup-products.ts';
import { noCounts, type RowKind } from '../row-kind.ts';
import { ProductBook } from './book.ts';
import { productRows } from './rows.ts';
import { writeProducts } from './write.ts';

/** Products: a file's own, or those that its rows are about. */
export const products: RowKind = {
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
      rowsOf: (source, { mode }) => productRows(source, mode, book, digits),
      write: () => writeProducts(book.slots.values(), staging, counts),
      counts: () => ({ products: counts }),
    };
  },
};
