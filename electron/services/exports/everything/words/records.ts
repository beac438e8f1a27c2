import { common, type TableWords } from './said.ts';

export const packs: TableWords<'packs'> = {
  holds: { id: 'File akuntan yang pernah dibuat.', en: 'Packs that were made for the accountant.' },
  columns: {
    id: common.id,
    from_on: { id: 'Hari pertama periodenya.', en: 'First day of its period.' },
    to_on: { id: 'Hari terakhir periodenya.', en: 'Last day of its period.' },
    made_at: { id: 'Saat dibuat.', en: 'When it was made.' },
    hash: { id: 'Sidik (SHA-256) seluruh isinya.', en: 'Fingerprint (SHA-256) of all its files.' },
    files: { id: 'Folder dan nama filenya (JSON).', en: 'Its folder and files (JSON).' },
    totals: { id: 'Jumlah-jumlahnya (JSON).', en: 'What it came to (JSON).' },
    app_version: { id: 'Versi Langgan yang membuatnya.', en: 'Version of Langgan that made it.' },
  },
};

export const packEntries: TableWords<'pack_entries'> = {
  holds: {
    id: 'Tiap baris file akuntan, seperti saat dibuat.',
    en: 'Each row of a pack, as it was when it was made.',
  },
  columns: {
    pack_id: { id: 'File akuntannya (id di packs.csv).', en: 'The pack (id in packs.csv).' },
    entity: {
      id: 'sales (penjualan), payments (pembayaran), compensations (ganti rugi).',
      en: 'sales, payments or compensations.',
    },
    entity_id: {
      id: 'Id barisnya di file CSV itu.',
      en: 'Id of the row in the CSV file of that name.',
    },
    day: { id: 'Harinya.', en: 'Its day.' },
    label: common.label,
    amount_minor: { id: 'Jumlah uangnya.', en: 'Its amount.' },
    owed_minor: {
      id: 'Menambah atau mengurangi piutang berapa.',
      en: 'What it adds to what is owed, or takes off.',
    },
    content_hash: { id: 'Sidik (SHA-256) isinya.', en: 'Fingerprint (SHA-256) of what it said.' },
  },
};

export const periodLocks: TableWords<'period_locks'> = {
  holds: { id: 'Periode yang dikunci untuk akuntan.', en: 'Periods locked for the accountant.' },
  columns: {
    id: common.id,
    from_on: { id: 'Hari pertama.', en: 'First day.' },
    to_on: { id: 'Hari terakhir.', en: 'Last day.' },
    pack_id: { id: 'File akuntannya (id di packs.csv).', en: 'The pack (id in packs.csv).' },
    locked_at: { id: 'Saat dikunci.', en: 'When it was locked.' },
    unlocked_at: {
      id: 'Saat dibuka; kosong: masih terkunci.',
      en: 'When it was unlocked; blank: it is locked.',
    },
    reason: { id: 'Kenapa dibuka.', en: 'Why it was unlocked.' },
  },
};

export const settings: TableWords<'settings'> = {
  holds: { id: 'Pengaturan toko.', en: "The shop's settings." },
  columns: {
    key: { id: 'Pengaturan yang mana.', en: 'Which setting.' },
    value: { id: 'Isinya (JSON).', en: 'What it is (JSON).' },
  },
};

export const notices: TableWords<'notices'> = {
  holds: {
    id: 'Pemberitahuan yang sudah ditampilkan, supaya tidak berulang.',
    en: 'Notifications that were shown, so that none comes twice.',
  },
  columns: {
    key: { id: 'Tentang apa.', en: 'What it was about.' },
    said_at: { id: 'Saat ditampilkan.', en: 'When it was shown.' },
  },
};

export const removals: TableWords<'removals'> = {
  holds: {
    id: 'Yang dihapus selamanya dari tempat sampah: berapa dan kapan, tanpa nama.',
    en: 'What was removed from the trash for good: how many and when, no names.',
  },
  columns: {
    id: common.id,
    removed_at: { id: 'Saat dihapus.', en: 'When it was removed.' },
    kind: {
      id: 'Jenisnya: nama file CSV tempatnya dulu.',
      en: 'What kind: name of the CSV file it stood in.',
    },
    count: { id: 'Banyaknya.', en: 'How many.' },
    cause: {
      id: 'hand (dengan tangan) atau age (sudah cukup lama).',
      en: 'hand (by hand) or age (it was old enough).',
    },
  },
};

export const imports: TableWords<'imports'> = {
  holds: { id: 'Impor yang pernah dilakukan.', en: 'Imports that were made.' },
  columns: {
    id: common.id,
    status: { id: 'done (selesai) atau undone (diurungkan).', en: 'done or undone.' },
    done_at: { id: 'Saat dilakukan.', en: 'When it was made.' },
    undone_at: { id: 'Saat diurungkan.', en: 'When it was undone.' },
    summary: { id: 'Hasilnya (JSON).', en: 'What it brought (JSON).' },
  },
};

export const importSources: TableWords<'import_sources'> = {
  holds: { id: 'File tiap impor.', en: 'The files of each import.' },
  columns: {
    id: common.id,
    import_id: { id: 'Impornya (id di imports.csv).', en: 'The import (id in imports.csv).' },
    file_name: { id: 'Nama file.', en: 'Name of the file.' },
    sheet_name: { id: 'Nama lembar, kalau ada.', en: 'Name of the sheet, where it has one.' },
    file_sha256: { id: 'Sidik (SHA-256) filenya.', en: 'Fingerprint (SHA-256) of the file.' },
    layout_key: { id: 'Sidik susunan kolomnya.', en: 'Fingerprint of its titles.' },
    header_row: { id: 'Baris judul kolom.', en: 'Row of the titles.' },
    columns: { id: 'Kolom dan artinya (JSON).', en: 'Its columns and what they mean (JSON).' },
    counts: { id: 'Banyaknya baris (JSON).', en: 'How many rows (JSON).' },
  },
};

export const importRows: TableWords<'import_rows'> = {
  holds: {
    id: 'Baris impor yang tidak sekadar ditambahkan.',
    en: 'Rows of imports that were not simply added.',
  },
  columns: {
    source_id: {
      id: 'Filenya (id di import_sources.csv).',
      en: 'The file (id in import_sources.csv).',
    },
    row_number: { id: 'Baris ke berapa di file itu.', en: 'Which row of the file.' },
    outcome: {
      id: 'added (baru), updated (diubah), unchanged (sama), skipped (dilewati), wrong (salah).',
      en: 'added, updated, unchanged, skipped or wrong.',
    },
    reason: { id: 'Kenapa.', en: 'Why.' },
    cells: { id: 'Isi barisnya (JSON).', en: 'What the row held (JSON).' },
  },
};

export const importLayouts: TableWords<'import_layouts'> = {
  holds: {
    id: 'Susunan file yang diingat, supaya tidak ditanya lagi.',
    en: 'Layouts of files that are remembered, so that nothing is asked twice.',
  },
  columns: {
    layout_key: { id: 'Sidik susunan kolomnya.', en: 'Fingerprint of the titles.' },
    choices: { id: 'Jawaban yang dipilih (JSON).', en: 'What was chosen (JSON).' },
    updated_at: { id: 'Saat terakhir dipakai.', en: 'When it was last used.' },
  },
};

export const batches: TableWords<'batches'> = {
  holds: {
    id: 'Riwayat perubahan: tiap langkah yang bisa diurungkan.',
    en: 'The history: each step that can be undone.',
  },
  columns: {
    id: common.id,
    kind: {
      id: 'create (buat), edit (ubah), delete (buang), import (impor), undo (urungkan).',
      en: 'create, edit, delete, import or undo.',
    },
    label: { id: 'Terhadap apa.', en: 'What it was done to.' },
    at: { id: 'Kapan.', en: 'When.' },
    import_id: { id: 'Impornya (id di imports.csv).', en: 'The import (id in imports.csv).' },
    undoes: {
      id: 'Langkah yang diurungkan (id di batches.csv).',
      en: 'The step that was undone (id in batches.csv).',
    },
    undone_at: { id: 'Saat diurungkan.', en: 'When it was undone.' },
  },
};

export const journal: TableWords<'journal'> = {
  holds: {
    id: 'Isi riwayat: tiap baris sebelum dan sesudah diubah.',
    en: 'What the history holds: each row before and after a change.',
  },
  columns: {
    id: common.id,
    batch_id: { id: 'Langkahnya (id di batches.csv).', en: 'The step (id in batches.csv).' },
    entity: { id: 'Nama file CSV barisnya, tanpa .csv.', en: 'CSV file of the row, without .csv.' },
    entity_id: { id: 'Id barisnya di file itu.', en: 'Id of the row in that file.' },
    owner_id: {
      id: 'Pelanggannya (id di customers.csv).',
      en: 'The customer (id in customers.csv).',
    },
    before: {
      id: 'Isi sebelumnya (JSON); kosong: belum ada.',
      en: 'What it was (JSON); blank: it was not there.',
    },
    after: {
      id: 'Isi sesudahnya (JSON); kosong: dibuang.',
      en: 'What it became (JSON); blank: it was taken away.',
    },
  },
};
