import { common, type TableWords } from './said.ts';

export const notes: TableWords<'notes'> = {
  holds: {
    id: 'Cara kerja toko, dengan kata-kata sendiri.',
    en: 'How the shop does things, in its own words.',
  },
  columns: {
    id: common.id,
    title: { id: 'Judulnya.', en: 'What it is called.' },
    text: { id: 'Isinya.', en: 'What it says.' },
    created_at: common.createdAt,
    changed_at: { id: 'Kapan terakhir diubah.', en: 'When it was last changed.' },
    deleted_at: common.deletedAt,
  },
};

export const notePins: TableWords<'note_pins'> = {
  holds: {
    id: 'Cara kerja itu untuk siapa atau apa; yang tidak ada di sini berlaku umum.',
    en: 'Whom or what each of them is about; one that is not here holds for all.',
  },
  columns: {
    id: common.id,
    note_id: { id: 'Cara kerjanya (id di notes.csv).', en: 'Which one (id in notes.csv).' },
    customer_id: {
      id: 'Pelanggannya (id di customers.csv); kosong: bukan untuk pelanggan.',
      en: 'The customer (id in customers.csv); blank: it is not about one.',
    },
    product_id: {
      id: 'Barangnya (id di products.csv); kosong: bukan untuk barang.',
      en: 'The product (id in products.csv); blank: it is not about one.',
    },
    cause: {
      id: 'Penyebab keluhan; kosong: bukan untuk penyebab.',
      en: 'The cause of complaints; blank: it is not about one.',
    },
    cause_key: { id: 'Penyebab yang diseragamkan.', en: 'The cause made uniform.' },
  },
};
