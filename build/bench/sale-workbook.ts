import { writeXlsx } from '#electron/services/exports/files/write-xlsx.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { type SaleLinesSize, saleLines, saleLinesHeader } from './sale-lines.ts';

const numbers: ReadonlySet<string> = new Set(['Jumlah Barang', 'Harga Satuan', 'Total']);

function* typedLines(size: SaleLinesSize): Generator<Cell[]> {
  for (const line of saleLines(size))
    yield line.map((text, column) =>
      numbers.has(saleLinesHeader[column] ?? '') ? Number(text.replaceAll('.', '')) : text,
    );
}

/** Writes the same lines as a workbook: numbers typed, the rest text. */
export async function writeSaleWorkbook(path: string, size: SaleLinesSize): Promise<void> {
  const columns = saleLinesHeader.map((title) => ({
    title,
    type: numbers.has(title) ? ('decimal' as const) : ('text' as const),
  }));
  await writeXlsx(path, [{ name: 'Transaksi', columns, rows: typedLines(size) }], {
    currency: 'IDR',
  });
}
