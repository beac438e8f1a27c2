import { common, type TableWords } from './said.ts';

export const loyaltyRules: TableWords<'loyalty_rules'> = {
  holds: {
    id: 'Aturan program poin: tiap baris berlaku mulai tanggalnya.',
    en: 'Rules of the points programme: each holds from its day on.',
  },
  columns: {
    id: common.id,
    from_on: { id: 'Berlaku mulai.', en: 'The day from which it holds.' },
    spend_minor: {
      id: 'Tiap kelipatan penuh belanja sebesar ini…',
      en: 'For every full amount of this…',
    },
    points: {
      id: '…mendapat sekian poin; 0: tidak ada poin.',
      en: '…so many points are given; 0: none.',
    },
    is_before_discount: {
      id: '1: dihitung dari harga sebelum diskon; 0: dari yang dibayar.',
      en: '1: of the price before discounts; 0: of what is paid.',
    },
    takes_back: {
      id: '1: retur menarik kembali poinnya; 0: tidak.',
      en: '1: what is brought back takes its points back; 0: it does not.',
    },
    months_valid: {
      id: 'Poin berlaku sekian bulan; kosong: selamanya.',
      en: 'How many months points hold; blank: for good.',
    },
    worth_minor: { id: 'Nilai satu poin.', en: 'What a point is worth.' },
    remind_days: {
      id: 'Diingatkan sekian hari sebelum poin hangus.',
      en: 'So many days before points run out it is said.',
    },
    created_at: common.createdAt,
  },
};

export const loyaltyTiers: TableWords<'loyalty_tiers'> = {
  holds: { id: 'Tingkat anggota program poin.', en: 'Levels of the points programme.' },
  columns: {
    id: common.id,
    name: { id: 'Nama tingkatnya.', en: 'What it is called.' },
    reached_by: {
      id: 'Dicapai dengan points (poin yang didapat) atau money (belanja), dalam 12 bulan.',
      en: 'Reached by points earned or money spent, within 12 months.',
    },
    at_least: { id: 'Paling sedikit sekian.', en: 'At least so much.' },
    gives: { id: 'Apa yang didapat.', en: 'What it gives.' },
    created_at: common.createdAt,
  },
};

export const loyaltyRewards: TableWords<'loyalty_rewards'> = {
  holds: { id: 'Hadiah yang bisa ditukar dengan poin.', en: 'Rewards that points buy.' },
  columns: {
    id: common.id,
    name: { id: 'Nama hadiahnya.', en: 'What it is called.' },
    points: { id: 'Harganya dalam poin.', en: 'How many points it costs.' },
    created_at: common.createdAt,
  },
};

export const loyaltyEntries: TableWords<'loyalty_entries'> = {
  holds: {
    id: 'Poin yang dipakai atau dikoreksi. Poin dari belanja dihitung dari penjualan dan aturannya.',
    en: 'Points that were spent or put right. Those that sales give are counted from the sales and the rules.',
  },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    sale_id: {
      id: 'Penjualan tempat poin dipakai (id di sales.csv).',
      en: 'The sale they were spent at (id in sales.csv).',
    },
    kind: { id: 'spent (dipakai) atau corrected (dikoreksi).', en: 'spent or corrected.' },
    points: { id: 'Poinnya; minus: berkurang.', en: 'How many; below zero: taken.' },
    entered_on: { id: 'Tanggalnya.', en: 'The day.' },
    what: { id: 'Hadiahnya, atau alasan koreksinya.', en: 'The reward, or why it was put right.' },
    worth_minor: {
      id: 'Potongan harga yang diberikan; kosong: untuk hadiah.',
      en: 'What was taken off the sale for it; blank: it was for a reward.',
    },
    created_at: common.createdAt,
  },
};
