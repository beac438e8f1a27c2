import { common, type TableWords } from './said.ts';

export const interactions: TableWords<'interactions'> = {
  holds: { id: 'Kontak dengan pelanggan.', en: 'Contacts with customers.' },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    channel: common.channel,
    direction: {
      id: 'in (pelanggan menghubungi) atau out (toko menghubungi).',
      en: 'in (from the customer) or out (to the customer).',
    },
    topic: {
      id: 'contact (biasa), suggestion (saran), criticism (kritik), need (kebutuhan).',
      en: 'contact, suggestion, criticism or need.',
    },
    happened_at: { id: 'Kapan.', en: 'When it was.' },
    has_time: common.hasTime,
    text: { id: 'Yang dibicarakan.', en: 'What was said.' },
    outcome: {
      id: 'reached (tersambung), no-answer (tidak dijawab), waiting (menunggu), ordered (memesan), declined (menolak).',
      en: 'reached, no-answer, waiting, ordered or declined.',
    },
    handled_by: common.handledBy,
    complaint_id: common.complaintId,
    is_reminder: {
      id: '1: mengingatkan piutang; 0: tidak.',
      en: '1: it asked for what is owed; 0: it did not.',
    },
    campaign_id: common.campaignId,
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const followUps: TableWords<'follow_ups'> = {
  holds: {
    id: 'Janji hubungi lagi, yang terbuka dan yang sudah.',
    en: 'When to contact whom again, open and done.',
  },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    cause: {
      id: 'Kenapa: own (sendiri), proactive (tanya kabar), service (servis), birthday (ulang tahun), complaint (keluhan), review (ulasan), guarantee (garansi).',
      en: 'Why: own, proactive, service, birthday, complaint, review or guarantee.',
    },
    reason: { id: 'Untuk apa, dengan kata sendiri.', en: 'What for, in own words.' },
    first_due_on: { id: 'Tanggal yang pertama dijanjikan.', en: 'Day it was first due.' },
    due_on: { id: 'Tanggal sekarang.', en: 'Day it is due now.' },
    due_time: { id: 'Jamnya, kalau ada.', en: 'Time of day, where one is set.' },
    repeat_every: { id: 'Berulang tiap berapa.', en: 'Repeats every so many.' },
    repeat_unit: {
      id: 'Satuannya: day (hari), week (minggu), month (bulan), year (tahun).',
      en: 'Of what: day, week, month or year.',
    },
    done_at: { id: 'Saat dilakukan.', en: 'When it was done.' },
    done_on: { id: 'Tanggal dilakukan.', en: 'Day it was done.' },
    complaint_id: common.complaintId,
    review_id: common.reviewId,
    prospect_id: common.prospectId,
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const reviews: TableWords<'reviews'> = {
  holds: { id: 'Ulasan dari luar.', en: 'Reviews on other platforms.' },
  columns: {
    id: common.id,
    customer_id: common.customerId,
    platform: { id: 'Di mana ditulis.', en: 'Where it was written.' },
    author: { id: 'Nama penulisnya.', en: 'Who wrote it.' },
    rating: { id: 'Bintang, 1 sampai 5.', en: 'Stars, 1 to 5.' },
    text: { id: 'Isinya.', en: 'What it says.' },
    url: { id: 'Alamat web.', en: 'Web address.' },
    posted_on: { id: 'Tanggal ditulis.', en: 'Day it was written.' },
    answer: { id: 'Jawaban toko.', en: "The shop's answer." },
    answered_at: { id: 'Saat dijawab.', en: 'When it was answered.' },
    complaint_id: common.complaintId,
    revision_asked_on: { id: 'Tanggal meminta diubah.', en: 'Day a change was asked for.' },
    revised_on: { id: 'Tanggal diubah penulisnya.', en: 'Day it was changed.' },
    revised_rating: { id: 'Bintang setelah diubah.', en: 'Stars after that.' },
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const replyTemplates: TableWords<'reply_templates'> = {
  holds: { id: 'Contoh balasan milik toko.', en: "The shop's own replies to begin with." },
  columns: {
    id: common.id,
    name: { id: 'Namanya.', en: 'What it is called.' },
    language: { id: 'Bahasanya: id atau en.', en: 'Its language: id or en.' },
    thanks: { id: 'Bagian terima kasih.', en: 'The thanks.' },
    standard: { id: 'Bagian standar toko.', en: 'What the shop stands for.' },
    amends: { id: 'Bagian yang diperbaiki.', en: 'What is made good.' },
    created_at: common.createdAt,
  },
};

export const replyDrafts: TableWords<'reply_drafts'> = {
  holds: { id: 'Balasan yang belum dikirim.', en: 'Replies that were not sent yet.' },
  columns: {
    id: common.id,
    complaint_id: common.complaintId,
    review_id: common.reviewId,
    text: { id: 'Isinya sejauh ini.', en: 'What it says so far.' },
    started_at: { id: 'Saat dimulai.', en: 'When it was begun.' },
    updated_at: { id: 'Saat terakhir diubah.', en: 'When it was last changed.' },
  },
};

export const guaranteePolicies: TableWords<'guarantee_policies'> = {
  holds: { id: 'Garansi tiap barang.', en: 'Guarantees of products.' },
  columns: {
    id: common.id,
    product_id: common.productId,
    applies_from: {
      id: 'Berlaku untuk yang dijual sejak tanggal ini; kosong: semua.',
      en: 'For what is sold from this day on; blank: for all.',
    },
    months: { id: 'Lamanya, bulan.', en: 'How long, months.' },
    days: { id: 'Ditambah hari.', en: 'And so many days.' },
    covers: { id: 'Yang ditanggung.', en: 'What it covers.' },
    excludes: { id: 'Yang tidak ditanggung.', en: 'What it does not.' },
    how_to_claim: { id: 'Cara klaim.', en: 'How to claim.' },
    service_months: {
      id: 'Servis tiap berapa bulan; kosong: tidak ada.',
      en: 'Service every so many months; blank: none.',
    },
    created_at: common.createdAt,
  },
};

export const claims: TableWords<'claims'> = {
  holds: { id: 'Klaim garansi.', en: 'Guarantee claims.' },
  columns: {
    id: common.id,
    number: { id: 'Nomor klaim.', en: 'Number of the claim.' },
    customer_id: common.customerId,
    sale_line_id: {
      id: 'Baris penjualannya (id di sale_lines.csv).',
      en: 'What was sold (id in sale_lines.csv).',
    },
    product_id: common.productId,
    claimed_at: { id: 'Saat diklaim.', en: 'When it was claimed.' },
    problem: { id: 'Masalahnya.', en: 'What is wrong.' },
    ends_on: { id: 'Hari terakhir garansi.', en: 'Last day of the guarantee.' },
    verdict: {
      id: 'covered (ditanggung), expired (lewat), excluded (tidak ditanggung), goodwill (kebijakan toko).',
      en: 'covered, expired, excluded or goodwill.',
    },
    remedy: {
      id: 'repair (perbaiki), replace (ganti), refund (uang kembali), none (tidak ada).',
      en: 'repair, replace, refund or none.',
    },
    promised_on: { id: 'Dijanjikan selesai tanggal.', en: 'Day it was promised for.' },
    cost_minor: { id: 'Biaya bagi toko.', en: 'What it cost the shop.' },
    done_at: { id: 'Saat selesai.', en: 'When it was done.' },
    note: common.note,
    complaint_id: common.complaintId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};
