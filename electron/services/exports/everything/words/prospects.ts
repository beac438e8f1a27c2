import { common, type TableWords } from './said.ts';

const stage = {
  id: 'contact (kontak pertama), need (kebutuhan jelas), offer (penawaran), won (jadi), lost (tidak jadi).',
  en: 'contact, need, offer, won or lost.',
};

export const prospects: TableWords<'prospects'> = {
  holds: { id: 'Prospek: siapa mungkin membeli apa.', en: 'Prospects: who may buy what.' },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    title: { id: 'Apa yang mungkin dibeli.', en: 'What may be bought.' },
    stage,
    worth_minor: {
      id: 'Nilainya; kosong: belum tahu.',
      en: 'What it is worth; blank: nobody knows yet.',
    },
    chance_percent: { id: 'Peluangnya dalam persen.', en: 'Its chance in per cent.' },
    expected_on: { id: 'Hari diperkirakan jadi.', en: 'Day it is expected.' },
    note: common.note,
    lost_reason: {
      id: 'Kenapa tidak jadi: price (harga), elsewhere (beli di tempat lain), noNeed (tidak perlu lagi), noAnswer (tidak ada jawaban), later (belum sekarang), other (lainnya).',
      en: 'Why it was lost: price, elsewhere, noNeed, noAnswer, later or other.',
    },
    lost_note: { id: 'Keterangan tentang itu.', en: 'A note on that.' },
    sale_id: common.saleId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const prospectStages: TableWords<'prospect_stages'> = {
  holds: {
    id: 'Tahap-tahap yang sudah dilewati tiap prospek.',
    en: 'The stages that each prospect has been through.',
  },
  columns: {
    id: common.id,
    prospect_id: common.prospectId,
    stage,
    entered_at: { id: 'Saat masuk tahap itu.', en: 'When it entered the stage.' },
    entered_on: { id: 'Tanggalnya.', en: 'The day of that.' },
  },
};
