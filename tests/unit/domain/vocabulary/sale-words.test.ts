import { describe, expect, it } from 'vitest';
import { readSaleStatus } from '#shared/domain/vocabulary/sale-words.ts';

describe('sale statuses', () => {
  it.each([
    ['Selesai', 'completed'],
    ['LUNAS', 'completed'],
    ['belum lunas', 'completed'],
    ['Pesanan diterima oleh pembeli', 'completed'],
    ['Completed', 'completed'],
    ['Dibatalkan', 'cancelled'],
    ['Batal (stok habis)', 'cancelled'],
    ['Dibatalkan otomatis oleh sistem', 'cancelled'],
    ['void', 'cancelled'],
    ['Retur', 'returned'],
    ['Pengembalian Barang/Dana', 'returned'],
    ['refund', 'returned'],
    ['Perlu Dikirim', 'processing'],
    ['Sedang Dikirim', 'processing'],
    ['Belum Bayar', 'processing'],
    ['Menunggu Pembayaran', 'processing'],
    ['To ship', 'processing'],
  ])('%s is %s', (text, status) => expect(readSaleStatus(text)).toBe(status));

  it.each(['', '-', 'Pembatalan diajukan', 'tidak selesai', 'abc', null, 1, true])(
    '%j is not known',
    (cell) => expect(readSaleStatus(cell)).toBeNull(),
  );
});
