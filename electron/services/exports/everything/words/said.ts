import type { Schema } from '#db/schema/schema.ts';
import type { CarriedTable } from '#db/table-facts.ts';
import type { Said } from '../../../accountant/pack.ts';

/** What a table's file holds, and what each of its columns means. */
export interface TableWords<T extends CarriedTable> {
  readonly holds: Said;
  readonly columns: { readonly [C in keyof Schema[T] & string]: Said };
}

/** What means the same in every file that has it. */
export const common = {
  id: {
    id: 'Nomor baris ini; tidak pernah dipakai dua kali.',
    en: 'Number of this row; never used twice.',
  },
  importId: {
    id: 'Impor yang membawa baris ini (id di imports.csv); kosong: ditulis sendiri.',
    en: 'Import that brought this row (id in imports.csv); blank: written by hand.',
  },
  createdAt: { id: 'Saat baris ini dibuat.', en: 'When this row was made.' },
  deletedAt: {
    id: 'Saat dibuang ke tempat sampah; kosong: tidak dibuang.',
    en: 'When it went to the trash; blank: it did not.',
  },
  customerId: {
    id: 'Pelanggannya (id di customers.csv).',
    en: 'The customer (id in customers.csv).',
  },
  productId: { id: 'Barangnya (id di products.csv).', en: 'The product (id in products.csv).' },
  saleId: { id: 'Penjualannya (id di sales.csv).', en: 'The sale (id in sales.csv).' },
  complaintId: {
    id: 'Keluhannya (id di complaints.csv).',
    en: 'The complaint (id in complaints.csv).',
  },
  prospectId: {
    id: 'Prospeknya (id di prospects.csv).',
    en: 'The prospect (id in prospects.csv).',
  },
  campaignId: {
    id: 'Kampanyenya (id di campaigns.csv).',
    en: 'The campaign (id in campaigns.csv).',
  },
  reviewId: { id: 'Ulasannya (id di reviews.csv).', en: 'The review (id in reviews.csv).' },
  note: { id: 'Catatan.', en: 'A note.' },
  label: { id: 'Sebutannya.', en: 'What it is called.' },
  position: { id: 'Urutannya, dari 0.', en: 'Its place in the order, from 0.' },
  handledBy: { id: 'Siapa yang menangani.', en: 'Who handled it.' },
  hasTime: {
    id: '1: jamnya diketahui; 0: hanya harinya.',
    en: '1: the time of day is known; 0: only the day.',
  },
  channel: {
    id: 'Lewat apa: visit (datang), call (telepon), whatsapp, email, sms, letter (surat), social, marketplace, other (lainnya).',
    en: 'How: visit, call, whatsapp, email, sms, letter, social, marketplace, other.',
  },
} as const satisfies Record<string, Said>;
