import { common, type TableWords } from './said.ts';

export const referralRewards: TableWords<'referral_rewards'> = {
  holds: {
    id: 'Hadiah karena seorang pelanggan diajak pelanggan lain, sudah diberikan atau belum.',
    en: 'Rewards because a customer was referred by another, given or still owed.',
  },
  columns: {
    id: common.id,
    customer_id: {
      id: 'Siapa yang menerimanya (id di customers.csv).',
      en: 'Who gets it (id in customers.csv).',
    },
    about_id: {
      id: 'Siapa yang diajak (id di customers.csv); sama dengan penerimanya: hadiah karena datang.',
      en: 'Who was referred (id in customers.csv); the same as who gets it: for having come.',
    },
    what: { id: 'Hadiahnya dengan kata-kata.', en: 'What it is, in words.' },
    amount_minor: { id: 'Nilainya; kosong: bukan uang.', en: 'Its amount; blank: it is no money.' },
    noted_on: { id: 'Tanggal dicatat.', en: 'The day it was written down.' },
    given_on: {
      id: 'Tanggal diberikan; kosong: belum diberikan.',
      en: 'The day it was given; blank: it is still owed.',
    },
    created_at: common.createdAt,
  },
};
