import { common, type TableWords } from './said.ts';

export const products: TableWords<'products'> = {
  holds: { id: 'Barang dan jasa.', en: 'Products and services.' },
  columns: {
    id: common.id,
    name: { id: 'Nama barang.', en: 'Name.' },
    name_key: {
      id: 'Nama yang diseragamkan untuk mencari dan mencocokkan.',
      en: 'The name made uniform, for finding and matching.',
    },
    sku: { id: 'Kode barang.', en: 'Product code.' },
    category: { id: 'Kategori.', en: 'Category.' },
    unit: { id: 'Satuan.', en: 'Unit.' },
    cost_minor: { id: 'Harga pokok satu satuan.', en: 'What one unit costs the shop.' },
    price_minor: { id: 'Harga jual satu satuan.', en: 'What one unit sells for.' },
    is_active: { id: '1: masih dijual; 0: tidak lagi.', en: '1: still sold; 0: no longer.' },
    merged_into: {
      id: 'Barang yang sama dengan nama lain (id di products.csv), kalau sudah digabung.',
      en: 'The product this is another spelling of (id in products.csv), once they are one.',
    },
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const sales: TableWords<'sales'> = {
  holds: {
    id: 'Penjualan dan retur, satu nota satu baris.',
    en: 'Sales and returns, one a row.',
  },
  columns: {
    id: common.id,
    match_key: {
      id: 'Untuk mengenali nota yang sama saat impor.',
      en: 'By which an import knows the same sale again.',
    },
    number: { id: 'Nomor nota.', en: 'Invoice number.' },
    sold_on: { id: 'Tanggal penjualan.', en: 'Day it was sold.' },
    sold_at: {
      id: 'Hari dan jam penjualan di toko, kalau diketahui.',
      en: 'Day and time it was sold at the shop, where known.',
    },
    customer_id: common.customerId,
    kind: { id: 'sale (penjualan) atau return (retur).', en: 'sale or return.' },
    status: {
      id: 'completed (selesai), processing (diproses), unpaid (belum dibayar), cancelled (batal), returned (dikembalikan).',
      en: 'completed, processing, unpaid, cancelled or returned.',
    },
    discount_minor: { id: 'Diskon untuk seluruh nota.', en: 'Discount on the whole sale.' },
    shipping_minor: { id: 'Ongkos kirim.', en: 'Shipping.' },
    total_minor: {
      id: 'Yang dibayar untuk barangnya, pajak termasuk, tanpa ongkos kirim; retur di bawah nol.',
      en: 'What is paid for the goods, tax included, shipping not; a return is below zero.',
    },
    revenue_minor: {
      id: 'Yang dihitung sebagai pendapatan.',
      en: 'What of it counts as revenue.',
    },
    is_purchase: {
      id: '1: dihitung sebagai pembelian pelanggan; 0: tidak.',
      en: '1: counts as a purchase of the customer; 0: does not.',
    },
    payment_method: { id: 'Cara bayar.', en: 'How it was paid.' },
    note: common.note,
    is_on_account: {
      id: '1: nota tempo, lunas lewat pembayaran; 0: lunas saat itu juga.',
      en: '1: on account until payments settle it; 0: settled on its day.',
    },
    due_on: { id: 'Jatuh tempo.', en: 'Day it is due.' },
    tax_mode: {
      id: 'none (tanpa pajak), inclusive (harga termasuk pajak), exclusive (pajak ditambahkan).',
      en: 'none, inclusive (prices hold the tax) or exclusive (tax comes on top).',
    },
    tax_minor: { id: 'Pajak di dalam total.', en: 'Tax within the total.' },
    promised_on: { id: 'Tanggal kirim yang dijanjikan.', en: 'Day delivery was promised for.' },
    delivered_on: { id: 'Tanggal diterima.', en: 'Day it was delivered.' },
    channel: { id: 'Tempat terjualnya.', en: 'Where it was sold.' },
    return_of: {
      id: 'Untuk retur: penjualan yang barangnya kembali (id di sales.csv).',
      en: 'Of a return: the sale whose goods came back (id in sales.csv).',
    },
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const saleLines: TableWords<'sale_lines'> = {
  holds: { id: 'Isi penjualan, satu barang satu baris.', en: 'What was sold, one product a row.' },
  columns: {
    id: common.id,
    sale_id: common.saleId,
    position: common.position,
    product_id: common.productId,
    quantity_e4: {
      id: 'Jumlah, dikali 10.000 (2,5 menjadi 25000).',
      en: 'Quantity, times 10,000 (2.5 is 25000).',
    },
    unit_price_e4: {
      id: 'Harga satu satuan, dikali 10.000 (12.500 menjadi 125000000).',
      en: 'Price of one unit, times 10,000 (12,500 is 125000000).',
    },
    discount_minor: { id: 'Diskon baris ini.', en: 'Discount on this row.' },
    amount_minor: {
      id: 'Jumlah uang setelah diskon baris.',
      en: 'Amount after the discount on the row.',
    },
    note: common.note,
    tax_rate_e4: {
      id: 'Tarif pajak, dikali 10.000 (11 % menjadi 1100).',
      en: 'Tax rate, times 10,000 (11 % is 1100).',
    },
    tax_minor: { id: 'Pajak baris ini.', en: 'Tax on this row.' },
    import_id: common.importId,
  },
};

export const payments: TableWords<'payments'> = {
  holds: { id: 'Uang yang diterima untuk piutang.', en: 'Money received for what is owed.' },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    number: { id: 'Nomor bukti.', en: 'Number of the receipt.' },
    paid_on: { id: 'Tanggal bayar.', en: 'Day it was paid.' },
    amount_minor: {
      id: 'Jumlahnya; di bawah nol: uang dikembalikan.',
      en: 'Amount; below zero: paid back.',
    },
    method: { id: 'Cara bayar.', en: 'How it was paid.' },
    note: common.note,
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const paymentParts: TableWords<'payment_parts'> = {
  holds: {
    id: 'Bagian pembayaran untuk penjualan mana.',
    en: 'Which part of a payment is for which sale.',
  },
  columns: {
    id: common.id,
    payment_id: {
      id: 'Pembayarannya (id di payments.csv).',
      en: 'The payment (id in payments.csv).',
    },
    sale_id: common.saleId,
    amount_minor: { id: 'Jumlah bagian ini.', en: 'Amount of this part.' },
  },
};

export const targets: TableWords<'targets'> = {
  holds: { id: 'Target penjualan tiap bulan.', en: 'What the shop means to sell in a month.' },
  columns: {
    id: common.id,
    month: { id: 'Bulannya, seperti 2026-06.', en: 'The month, such as 2026-06.' },
    amount_minor: { id: 'Targetnya.', en: 'The target.' },
    created_at: common.createdAt,
  },
};

export const productsApart: TableWords<'products_apart'> = {
  holds: {
    id: 'Dua barang yang namanya mirip, tapi bukan barang yang sama.',
    en: 'Two products with names alike that are not the same product.',
  },
  columns: {
    id: common.id,
    product_id: {
      id: 'Barang yang satu (id di products.csv).',
      en: 'The one product (id in products.csv).',
    },
    other_id: {
      id: 'Barang yang lain (id di products.csv).',
      en: 'The other product (id in products.csv).',
    },
    created_at: common.createdAt,
  },
};
