import { describe, expect, it } from 'vitest';
import { readSaleStatus, tellsRefundsApart } from '#shared/domain/vocabulary/sale-words.ts';

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
    ['Belum Bayar', 'unpaid'],
    ['Menunggu Pembayaran', 'unpaid'],
    ['Menunggu konfirmasi pembayaran', 'unpaid'],
    ['Blm dibayar', 'unpaid'],
    ['UNPAID', 'unpaid'],
    ['Pending payment', 'unpaid'],
    ['Awaiting Payment', 'unpaid'],
    ['Payment pending', 'unpaid'],
    ['wc-pending payment', 'unpaid'],
    ['Belum lunas, sudah bayar DP', 'completed'],
    ['Dibayar sebagian', 'completed'],
    ['Dibatalkan, belum dibayar', 'cancelled'],
    ['Partially refunded', 'completed'],
    ['Diambil', 'completed'],
    ['COD', 'processing'],
    ['Siap', 'processing'],
    ['To ship', 'processing'],
  ])('%s is %s', (text, status) => expect(readSaleStatus(text)).toBe(status));

  it.each(['', '-', 'Pembatalan diajukan', 'tidak selesai', 'abc', null, 1, true])(
    '%j is not known',
    (cell) => expect(readSaleStatus(cell)).toBeNull(),
  );
});

describe('a column of statuses', () => {
  it('says what each row is where one of its words does, and else how orders stand', () => {
    expect(tellsRefundsApart(['Payment', 'Refund'])).toBe(true);
    expect(tellsRefundsApart(['Retur', 'Penjualan'])).toBe(true);
    expect(tellsRefundsApart(['Selesai', 'Dikembalikan', 'Refund'])).toBe(false);
    expect(tellsRefundsApart([])).toBe(false);
  });
});
