import { common, type TableWords } from './said.ts';

export const campaigns: TableWords<'campaigns'> = {
  holds: {
    id: 'Kampanye: apa yang dikirim, lewat apa, dan kepada siapa.',
    en: 'Campaigns: what is written, by which way and to whom.',
  },
  columns: {
    id: common.id,
    name: { id: 'Nama kampanye.', en: 'What it is called.' },
    goal: { id: 'Tujuannya.', en: 'What it is to bring about.' },
    segment_name: {
      id: 'Nama kelompok yang syaratnya dipakai; kosong: syarat sendiri.',
      en: 'The segment whose conditions these are; blank: they were set for this one.',
    },
    definition: { id: 'Syarat-syaratnya (JSON).', en: 'Its conditions (JSON).' },
    channel: {
      id: 'Lewat apa: whatsapp, sms, email, call (telepon), letter (surat).',
      en: 'How: whatsapp, sms, email, call or letter.',
    },
    subject: { id: 'Judul email.', en: 'The subject of an e-mail.' },
    text: { id: 'Pesannya.', en: 'The message.' },
    held_percent: {
      id: 'Berapa persen dari daftar yang tidak dihubungi, sebagai pembanding.',
      en: 'The share of the list in per cent that is kept apart to compare with.',
    },
    rest_days: {
      id: 'Yang sudah dihubungi dalam sekian hari dilewati.',
      en: 'Whoever was written to within so many days is left out.',
    },
    daily_limit: { id: 'Paling banyak sehari.', en: 'The most in a day.' },
    response_days: {
      id: 'Pembelian dalam sekian hari dihitung.',
      en: 'A purchase within so many days counts.',
    },
    only_agreed: {
      id: '1: hanya yang setuju dikirimi penawaran; 0: juga yang belum ditanya.',
      en: '1: only those who agreed to offers; 0: those whom nobody asked too.',
    },
    state: {
      id: 'draft (rancangan), running (berjalan), paused (dijeda), done (selesai).',
      en: 'draft, running, paused or done.',
    },
    seed: {
      id: 'Angka awal undian, supaya undiannya bisa diulang.',
      en: 'What the draw was made from, so that it can be made again.',
    },
    drawn: { id: 'Berapa orang yang diundi.', en: 'How many people were drawn.' },
    cost_minor: { id: 'Biayanya.', en: 'What it cost.' },
    minutes: { id: 'Waktu yang dipakai, dalam menit.', en: 'Time spent, in minutes.' },
    hour_minor: { id: 'Harga satu jam kerja.', en: 'What an hour of work costs.' },
    started_at: { id: 'Saat dimulai.', en: 'When it started.' },
    started_on: { id: 'Tanggal dimulai.', en: 'The day of that.' },
    ended_on: { id: 'Tanggal selesai.', en: 'The day it ended.' },
    created_at: common.createdAt,
  },
};

export const campaignMembers: TableWords<'campaign_members'> = {
  holds: {
    id: 'Siapa saja di daftar tiap kampanye, dan bagaimana hasilnya.',
    en: 'Who is on the list of each campaign, and what became of each.',
  },
  columns: {
    id: common.id,
    campaign_id: common.campaignId,
    customer_id: common.customerId,
    state: {
      id: 'waiting (menunggu), sent (sudah dikirimi), skipped (dilewati), unreachable (tidak bisa dihubungi), refused (tidak mau dikirimi lagi), held (tidak dihubungi, sebagai pembanding), out (tidak ikut).',
      en: 'waiting, sent, skipped, unreachable, refused, held (kept apart to compare with) or out (left out).',
    },
    why: {
      id: 'Kenapa tidak ikut: refused (tidak mau), unasked (belum ditanya), noWay (tidak ada nomor atau alamatnya), recent (baru saja dihubungi), held (pembanding kampanye lain), noWord (isian pesannya kosong); kosong pada state out: nomor atau emailnya sama dengan orang lain di daftar.',
      en: 'Why left out: refused, unasked, noWay, recent, held (by another campaign) or noWord; empty with state out: same number or e-mail as another on the list.',
    },
    position: { id: 'Gilirannya, hasil undian.', en: 'The turn, drawn at random.' },
    decided_at: { id: 'Saat gilirannya.', en: 'When the turn was.' },
    decided_on: { id: 'Tanggalnya.', en: 'The day of that.' },
  },
};

export const standingCampaigns: TableWords<'standing_campaigns'> = {
  holds: {
    id: 'Kampanye rutin: pesan yang diusulkan sendiri setiap kali ada waktunya.',
    en: 'Standing campaigns: messages that are proposed whenever somebody has the occasion.',
  },
  columns: {
    id: common.id,
    name: { id: 'Namanya.', en: 'What it is called.' },
    occasion: {
      id: 'Kapan: birthday (ulang tahun), afterPurchase (setelah belanja), secondPurchase (belanja kedua ditunggu), guaranteeEnds (garansi berakhir), pointsEnd (poin hangus), season (hari raya).',
      en: 'When: birthday, afterPurchase, secondPurchase, guaranteeEnds, pointsEnd or season.',
    },
    season: {
      id: 'Hari rayanya: lebaran, christmas (Natal), newYear (tahun baru), own (tanggal sendiri).',
      en: 'Which season: lebaran, christmas, newYear or own.',
    },
    month_day: { id: 'Tanggal sendiri, bulan-hari.', en: 'The own day, month and day.' },
    days: {
      id: 'Berapa hari sebelum atau sesudahnya.',
      en: 'So many days before or after the occasion.',
    },
    segment_name: campaigns.columns.segment_name,
    definition: campaigns.columns.definition,
    channel: campaigns.columns.channel,
    subject: campaigns.columns.subject,
    text: campaigns.columns.text,
    rest_days: campaigns.columns.rest_days,
    daily_limit: campaigns.columns.daily_limit,
    only_agreed: campaigns.columns.only_agreed,
    is_active: { id: '1: menyala; 0: mati.', en: '1: it is on; 0: it is off.' },
    created_at: common.createdAt,
  },
};

export const standingTurns: TableWords<'standing_turns'> = {
  holds: {
    id: 'Siapa yang disapa oleh kampanye rutin, kapan, dan bagaimana hasilnya.',
    en: 'Whom a standing campaign wrote to, when, and what it came to.',
  },
  columns: {
    id: common.id,
    standing_campaign_id: {
      id: 'Kampanye rutinnya (id di standing_campaigns.csv).',
      en: 'The standing campaign (id in standing_campaigns.csv).',
    },
    customer_id: common.customerId,
    occasion_on: { id: 'Tanggal peristiwanya.', en: 'The day of the occasion.' },
    state: {
      id: 'sent (sudah dikirimi), skipped (dilewati), unreachable (tidak bisa dihubungi), refused (tidak mau dikirimi lagi).',
      en: 'sent, skipped, unreachable or refused.',
    },
    decided_at: { id: 'Saat gilirannya.', en: 'When the turn was.' },
    decided_on: { id: 'Tanggalnya.', en: 'The day of that.' },
  },
};
