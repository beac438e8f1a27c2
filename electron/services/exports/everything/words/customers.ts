import { common, type TableWords } from './said.ts';

export const customers: TableWords<'customers'> = {
  holds: { id: 'Pelanggan, pemasok, dan rekan.', en: 'Customers, suppliers and partners.' },
  columns: {
    id: common.id,
    kind: { id: 'person (perorangan) atau business (usaha).', en: 'person or business.' },
    relation: {
      id: 'customer (pelanggan), partner (rekan), supplier (pemasok).',
      en: 'customer, partner or supplier.',
    },
    mark: {
      id: 'suspect (belum kenal) atau rest-of-world (bukan sasaran); kosong: bukan keduanya.',
      en: 'suspect or rest-of-world (not our market); blank: neither.',
    },
    name: { id: 'Nama.', en: 'Name.' },
    name_key: {
      id: 'Nama yang diseragamkan untuk mencari dan mencocokkan.',
      en: 'The name made uniform, for finding and matching.',
    },
    birthday_on: {
      id: 'Tanggal lahir; sebelum 1880: tahunnya tidak diketahui.',
      en: 'Birthday; before 1880: the year is not known.',
    },
    gender: {
      id: 'female (perempuan), male (laki-laki), other (lainnya).',
      en: 'female, male or other.',
    },
    occupation: { id: 'Pekerjaan.', en: 'Occupation.' },
    source: { id: 'Dari mana mengenal toko.', en: 'How they came to know the shop.' },
    uses: { id: 'Untuk apa barangnya dipakai.', en: 'What they use the goods for.' },
    tastes: { id: 'Selera.', en: 'Tastes.' },
    matters: { id: 'Yang penting bagi mereka.', en: 'What matters to them.' },
    tax_id: { id: 'NPWP.', en: 'Tax number.' },
    recommended_by: {
      id: 'Pelanggan yang menganjurkan (id di customers.csv).',
      en: 'The customer who recommended the shop (id in customers.csv).',
    },
    note: common.note,
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
    erased_at: {
      id: 'Saat data orangnya dihapus; kosong: tidak dihapus.',
      en: "When the person's data was erased; blank: it was not.",
    },
    merged_into: {
      id: 'Catatan orang yang sama tempat catatan ini digabung (id di customers.csv); kosong: berdiri sendiri.',
      en: 'The record of the same person that this one was merged into (id in customers.csv); blank: it stands for itself.',
    },
  },
};

export const contactPoints: TableWords<'contact_points'> = {
  holds: {
    id: 'Nomor telepon, email, akun, dan situs pelanggan.',
    en: 'Phone numbers, e-mails, accounts and websites of customers.',
  },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    kind: {
      id: 'phone (telepon), email, social (media sosial), website (situs).',
      en: 'phone, email, social or website.',
    },
    label: common.label,
    value: { id: 'Nomor atau alamatnya.', en: 'The number or address.' },
    match_key: {
      id: 'Yang sama, diseragamkan untuk mencocokkan.',
      en: 'The same, made uniform for matching.',
    },
    position: common.position,
    import_id: common.importId,
  },
};

export const customerIdentifiers: TableWords<'customer_identifiers'> = {
  holds: {
    id: 'Kode pelanggan di kasir atau marketplace.',
    en: 'Codes that customers have at the till or a marketplace.',
  },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    scheme: { id: 'Kode dari mana.', en: 'Whose code it is.' },
    value: { id: 'Kodenya.', en: 'The code.' },
    import_id: common.importId,
  },
};

export const addresses: TableWords<'addresses'> = {
  holds: { id: 'Alamat pelanggan.', en: 'Addresses of customers.' },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    label: common.label,
    street: { id: 'Jalan dan nomor.', en: 'Street and number.' },
    district: { id: 'Kecamatan.', en: 'District.' },
    city: { id: 'Kota atau kabupaten.', en: 'City.' },
    province: { id: 'Provinsi.', en: 'Province.' },
    postal_code: { id: 'Kode pos.', en: 'Postal code.' },
    country: { id: 'Negara.', en: 'Country.' },
    position: common.position,
    import_id: common.importId,
  },
};

export const customerTags: TableWords<'customer_tags'> = {
  holds: { id: 'Label pelanggan, satu label satu baris.', en: 'Tags of customers, one tag a row.' },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    tag: { id: 'Labelnya.', en: 'The tag.' },
    import_id: common.importId,
  },
};

export const customFields: TableWords<'custom_fields'> = {
  holds: {
    id: 'Isian pelanggan yang Anda buat sendiri.',
    en: 'Fields of the customer that you made yourself.',
  },
  columns: {
    id: common.id,
    name: { id: 'Nama isiannya.', en: 'What the field is called.' },
    name_key: {
      id: 'Nama yang diseragamkan untuk mencocokkan.',
      en: 'The name made uniform, for matching.',
    },
    type: {
      id: 'text (teks), number (angka), day (tanggal), yesno (ya atau tidak), choice (pilihan).',
      en: 'text, number, day, yesno (yes or no) or choice.',
    },
    choices: {
      id: 'Untuk pilihan: yang dapat dipilih (JSON).',
      en: 'Of a choice: what can be chosen (JSON).',
    },
    position: common.position,
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const customValues: TableWords<'custom_values'> = {
  holds: {
    id: 'Isi dari isian buatan sendiri, satu pelanggan satu isian satu baris.',
    en: 'What those fields hold, one row for a customer and a field.',
  },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    field_id: {
      id: 'Isiannya (id di custom_fields.csv).',
      en: 'The field (id in custom_fields.csv).',
    },
    value: {
      id: 'Isinya: angka dengan titik desimal, tanggal tahun-bulan-hari, yes atau no, teks.',
      en: 'What it holds: a number with a decimal point, a day as year-month-day, yes or no, text.',
    },
    import_id: common.importId,
  },
};

export const segments: TableWords<'segments'> = {
  holds: {
    id: 'Kelompok pelanggan menurut syarat yang Anda tetapkan.',
    en: 'Segments of customers, by conditions that you set.',
  },
  columns: {
    id: common.id,
    name: { id: 'Nama kelompok.', en: 'What it is called.' },
    definition: { id: 'Syarat-syaratnya (JSON).', en: 'Its conditions (JSON).' },
    created_at: common.createdAt,
  },
};

export const customersApart: TableWords<'customers_apart'> = {
  holds: {
    id: 'Dua pelanggan yang mirip, tapi dua orang berbeda.',
    en: 'Two customers who look alike and are two people.',
  },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    other_id: {
      id: 'Pelanggan yang lain (id di customers.csv).',
      en: 'The other customer (id in customers.csv).',
    },
    created_at: common.createdAt,
  },
};
