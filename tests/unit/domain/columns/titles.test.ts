import { describe, expect, it } from 'vitest';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { matchHeader } from '#shared/domain/columns/synonyms.ts';

function fieldsOf(title: string): readonly ImportField[] {
  return matchHeader(title).map((match) => match.field);
}

describe('a title means the same', () => {
  it.each<[ImportField, string]>([
    [
      'customer.externalId',
      'pelanggan_id, PelangganID, ID Pelanggan, kode plg, KD_CUST, customer code',
    ],
    ['customer.name', 'pelanggan_nama, Nm Plgn, NM. CUST, nama pasien, Nama Pemesan, Billing Name'],
    ['customer.phone', 'pelanggan_telp, Telp. Pelanggan, HP Cust, phone_customer, No Tlp Pembeli'],
    ['product.sku', 'produk_id, id_brg, KODE OBAT, No. Barang, ItemCode'],
    ['product.name', 'produk_nama, Nm Brg, NAMA OBAT, Lineitem name, item_name'],
    [
      'sale.number',
      'penjualan_id, No. Trx, kode_transaksi, Invoice#, Receipt #, no_order, Receipt, Bill No',
    ],
    ['sale.date', 'tgl_trx, Date of Order, Invoice_Date, Receipt Date'],
    ['line.unitPrice', 'HRG SATUAN, harga_jual_satuan, Price per Unit, Lineitem price'],
    ['line.amount', 'TOTAL HRG, Jml Hrg, total_harga, harga total'],
    ['line.quantity', 'jml_brg, Barang Jumlah, Qty Produk, Kts'],
    ['sale.total', 'total_pembelian, Total Byr, grand-total'],
    ['sale.paymentMethod', 'Metode Byr, payment_method, PayMethod, Tender'],
  ])('%s in any order of its words and shortened: %s', (field, titles) => {
    for (const title of titles.split(', ')) {
      expect([title, fieldsOf(title)]).toEqual([title, expect.arrayContaining([field])]);
      expect([title, matchHeader(title)[0]?.exact]).toEqual([title, true]);
    }
  });

  it.each([
    ...[
      'Tgl Terakhir Belanja',
      'Last Order Date',
      'Exp Date',
      'Tgl Cetak',
      'updated_at',
      'is_deleted',
    ],
    ...['Laba', 'Sisa Hutang', 'Total Piutang', 'Created By', 'Subtotal Before Discount', 'DP'],
    ...['Tgl Daftar', 'Customer Since', 'Nama Sales', 'Kode Sales'],
  ])('%s is about something else', (title) => expect(fieldsOf(title)).toEqual([]));

  it.each([
    ['ID (Contact Numbers)', 'customer.externalId'],
    ['ID (Email IDs)', 'customer.externalId'],
  ])('%s is no code of what its brackets speak of', (title, field) => {
    expect(fieldsOf(title)).not.toContain(field);
  });

  it('a lone word for a sale names no number by its other names', () => {
    for (const title of ['Penjualan', 'Pembelian', 'Belanja', 'Pesanan']) {
      expect([title, fieldsOf(title)]).toEqual([title, []]);
    }
  });

  it('the day on which something follows a sale ranks below the day of the sale', () => {
    const [later] = matchHeader('Tgl Selesai');
    const [itself] = matchHeader('Tgl Nota Asli');
    expect([later?.field, itself?.field]).toEqual(['sale.date', 'sale.date']);
    expect(later?.weight ?? 1).toBeLessThan((itself?.weight ?? 0) / 1.5);
  });

  it('within a longer title the words that stand together tell, and the first of them', () => {
    expect(fieldsOf('Jumlah Harga Barang Kena')[0]).toBe('line.amount');
    expect(fieldsOf('Default Address Zip')).toEqual(['customer.postalCode']);
    expect(fieldsOf('Default Address City')).toEqual(['customer.city']);
  });
});
