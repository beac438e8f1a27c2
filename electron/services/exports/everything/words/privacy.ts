import { common, type TableWords } from './said.ts';

export const consents: TableWords<'consents'> = {
  holds: {
    id: 'Izin pelanggan atas datanya: yang diberikan dan yang dicabut, baris demi baris.',
    en: 'What customers agreed to and took back, line by line.',
  },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    purpose: {
      id: 'Untuk apa: offers (salam dan penawaran), reminders (pengingat), history (menyimpan riwayat belanja), accountant (dibagikan ke akuntan), other (lainnya).',
      en: 'What for: offers (greetings and offers), reminders, history (keeping what was bought), accountant (sharing with the accountant), other.',
    },
    words: {
      id: 'Untuk apa, dengan kata sendiri.',
      en: 'What for, in own words.',
    },
    is_given: { id: '1: diberikan; 0: dicabut.', en: '1: given; 0: withdrawn.' },
    said_on: { id: 'Hari dikatakan.', en: 'The day it was said.' },
    way: {
      id: 'Lewat apa: shop (di toko), whatsapp, paper (tertulis), call (telepon), email, marketplace, other (lainnya).',
      en: 'How: shop (in the shop), whatsapp, paper, call, email, marketplace, other.',
    },
    note: common.note,
    created_at: common.createdAt,
  },
};

export const erasures: TableWords<'erasures'> = {
  holds: {
    id: 'Orang yang datanya dihapus: nomor dan kapan, tanpa nama.',
    en: 'People who were erased: a number and when, no names.',
  },
  columns: {
    id: common.id,
    customer_id: {
      id: 'Nomor pelanggannya dulu; tidak pernah dipakai lagi.',
      en: 'The number of the customer it was; never used again.',
    },
    salt: { id: 'Angka acak untuk tandanya.', en: 'Random digits for its mark.' },
    mark: {
      id: 'Tanda untuk mengenali barisnya di cadangan lama; bukan dari nama atau nomornya.',
      en: 'Mark by which its row in an older backup is known; not made of a name or a number of theirs.',
    },
    erased_at: { id: 'Saat dihapus.', en: 'When it was erased.' },
    swept_at: {
      id: 'Saat sisa di dalam file dibersihkan; kosong: belum.',
      en: 'When what was left in the file was cleared; blank: not yet.',
    },
  },
};

export const erasedKeys: TableWords<'erased_keys'> = {
  holds: {
    id: 'Sidik nomor, email, dan kode orang yang dihapus, supaya dikenali lagi saat impor.',
    en: 'Fingerprints of the phones, e-mails and codes of people who were erased, to know them again in an import.',
  },
  columns: {
    id: common.id,
    erasure_id: {
      id: 'Orang yang dihapus (id di erasures.csv).',
      en: 'The person who was erased (id in erasures.csv).',
    },
    salt: { id: 'Kunci toko untuk sidiknya.', en: 'The shop’s key for the fingerprint.' },
    mark: {
      id: 'Sidiknya; tidak bisa dibaca balik.',
      en: 'The fingerprint; it cannot be read back.',
    },
  },
};

export const privacyEvents: TableWords<'privacy_events'> = {
  holds: {
    id: 'Yang dilakukan untuk siapa: izin, data yang diserahkan, penghapusan.',
    en: 'What was done for whom: consent, data handed out, erasing.',
  },
  columns: {
    id: common.id,
    at: { id: 'Saat dilakukan.', en: 'When it was done.' },
    kind: {
      id: 'Apa: consent-given, consent-withdrawn, handed-out (diserahkan), erased (dihapus), erased-again (dihapus lagi setelah pemulihan), backups-removed (cadangan dihapus).',
      en: 'What: consent-given, consent-withdrawn, handed-out, erased, erased-again (after a restore), backups-removed.',
    },
    customer_id: {
      id: 'Pelanggannya (id di customers.csv); kosong: sudah dihapus.',
      en: 'The customer (id in customers.csv); blank: erased.',
    },
    erasure_id: {
      id: 'Orang yang dihapus (id di erasures.csv).',
      en: 'The person who was erased (id in erasures.csv).',
    },
    consent_id: { id: 'Izinnya (id di consents.csv).', en: 'The consent (id in consents.csv).' },
    count: { id: 'Banyaknya.', en: 'How many.' },
    noted_at: {
      id: 'Saat pemberitahuannya ditutup; kosong: tidak ada atau belum.',
      en: 'When the notice of it was closed; blank: there is none, or it is not.',
    },
  },
};
