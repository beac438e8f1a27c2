import type { ReadHandle } from '#db/file/client.ts';
import { listProducts } from '#db/queries/products/list.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ProductCursor, ProductRow } from '#shared/contract/products/list.ts';
import { standingWord } from '#shared/domain/vocabulary/product-words.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { type AreaColumn, columnsIn, type Shown, shownBy } from './area-columns.ts';
import { writeTable } from './write-table.ts';

const pageSize = 500;

function money(minor: number | null, { scale }: Shown): number | null {
  return minor === null ? null : minor / scale;
}

const columns: readonly AreaColumn<ProductRow>[] = [
  {
    title: { id: 'Nama Barang', en: 'Product Name' },
    type: 'text',
    width: 30,
    cell: (row) => row.name,
  },
  { title: { id: 'Kode Barang', en: 'SKU' }, type: 'text', width: 14, cell: (row) => row.sku },
  {
    title: { id: 'Kategori', en: 'Category' },
    type: 'text',
    width: 18,
    cell: (row) => row.category,
  },
  { title: { id: 'Satuan', en: 'Unit' }, type: 'text', width: 10, cell: (row) => row.unit },
  {
    title: { id: 'Harga Jual', en: 'Selling Price' },
    type: 'money',
    cell: (row, shown) => money(row.priceMinor, shown),
  },
  {
    title: { id: 'Harga Modal', en: 'Cost Price' },
    type: 'money',
    cell: (row, shown) => money(row.costMinor, shown),
  },
  {
    title: { id: 'Masih Dijual', en: 'Still Sold' },
    type: 'text',
    width: 12,
    cell: ({ isActive }, { language }) => standingWord(isActive, language),
  },
];

async function* pages(
  db: ReadHandle,
  { filter, order }: Parsed<'products.export'>,
  today: string,
): AsyncGenerator<ProductRow> {
  let after: ProductCursor | null = null;
  do {
    const page: { rows: ProductRow[]; next: ProductCursor | null } = await listProducts(db, {
      ...{ filter, order, after, today },
      limit: pageSize,
    });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

/** Writes the products that the list shows, in its order; an import takes the file back as it is. */
export async function exportProducts(
  ctx: TaskContext,
  input: Parsed<'products.export'>,
  { path }: ChosenPath,
): Promise<Output<'products.export'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, currency } = settings;
  const { format, profile, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Barang' : 'Products');
  return writeTable(
    ctx,
    { path, format, profile, sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    pages(db, input, ctx.clock.today()),
  );
}
