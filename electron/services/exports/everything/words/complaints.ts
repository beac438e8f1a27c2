import { common, type TableWords } from './said.ts';

export const complaints: TableWords<'complaints'> = {
  holds: { id: 'Keluhan.', en: 'Complaints.' },
  columns: {
    id: common.id,
    number: { id: 'Nomor keluhan.', en: 'Number of the complaint.' },
    kind: {
      id: 'Dari customer (pelanggan), employee (pegawai), atau regulator (pihak berwenang).',
      en: 'From a customer, an employee or a regulator.',
    },
    customer_id: common.customerId,
    channel: common.channel,
    severity: {
      id: 'light (ringan), medium (sedang), severe (berat).',
      en: 'light, medium or severe.',
    },
    title: { id: 'Ringkasannya.', en: 'What it is about.' },
    words: { id: 'Kata-kata pelanggan.', en: "The customer's own words." },
    product_id: common.productId,
    sale_id: common.saleId,
    state: {
      id: 'received (diterima), answered (dijawab), diagnosed (sebab diketahui), resolved (selesai), improved (diperbaiki), closed (ditutup).',
      en: 'received, answered, diagnosed, resolved, improved or closed.',
    },
    received_at: { id: 'Saat diterima.', en: 'When it was received.' },
    has_time: common.hasTime,
    answer_due_at: { id: 'Batas waktu jawaban.', en: 'Until when it is to be answered.' },
    resolution_due_at: { id: 'Batas waktu solusi.', en: 'Until when it is to be solved.' },
    answered_at: { id: 'Saat dijawab.', en: 'When it was answered.' },
    answer: { id: 'Jawabannya.', en: 'The answer.' },
    cause: { id: 'Sebabnya.', en: 'The cause.' },
    cause_key: {
      id: 'Sebab yang diseragamkan, untuk menghitung.',
      en: 'The cause made uniform, for counting.',
    },
    cause_note: { id: 'Catatan tentang sebab.', en: 'A note on the cause.' },
    diagnosed_at: { id: 'Saat sebabnya diketahui.', en: 'When the cause was found.' },
    solution: { id: 'Solusinya.', en: 'The solution.' },
    resolved_at: { id: 'Saat diselesaikan.', en: 'When it was solved.' },
    is_first_contact: {
      id: '1: selesai saat kontak pertama; 0: tidak.',
      en: '1: solved at the first contact; 0: not.',
    },
    no_action_reason: {
      id: 'Kenapa tidak perlu perbaikan.',
      en: 'Why no corrective action is needed.',
    },
    improved_at: { id: 'Saat perbaikan diputuskan.', en: 'When an improvement was settled.' },
    closed_at: { id: 'Saat ditutup.', en: 'When it was closed.' },
    reopened: { id: 'Berapa kali dibuka lagi.', en: 'How many times it was opened again.' },
    came_back_from: {
      id: 'Keluhan lama yang terulang (id di complaints.csv).',
      en: 'The earlier complaint that came back (id in complaints.csv).',
    },
    handled_by: common.handledBy,
    import_id: common.importId,
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const complaintEvents: TableWords<'complaint_events'> = {
  holds: { id: 'Langkah tiap keluhan.', en: 'The steps of each complaint.' },
  columns: {
    id: common.id,
    complaint_id: common.complaintId,
    move: {
      id: 'Langkahnya: receive (terima), answer (jawab), diagnose (cari sebab), resolve (selesaikan), improve (perbaiki), close (tutup), reopen (buka lagi), recur (terulang).',
      en: 'The step: receive, answer, diagnose, resolve, improve, close, reopen or recur.',
    },
    from_state: { id: 'Keadaan sebelumnya.', en: 'State before.' },
    to_state: { id: 'Keadaan sesudahnya.', en: 'State after.' },
    at: { id: 'Kapan.', en: 'When.' },
    note: common.note,
  },
};

export const compensations: TableWords<'compensations'> = {
  holds: { id: 'Ganti rugi untuk keluhan.', en: 'What was given for complaints.' },
  columns: {
    id: common.id,
    complaint_id: common.complaintId,
    customer_id: common.customerId,
    kind: {
      id: 'return (retur), discount (diskon), voucher, refund (uang kembali), replacement (barang pengganti), other (lainnya).',
      en: 'return, discount, voucher, refund, replacement or other.',
    },
    amount_minor: { id: 'Nilainya bagi pelanggan.', en: 'What it is worth to the customer.' },
    cost_minor: { id: 'Biayanya bagi toko.', en: 'What it costs the shop.' },
    is_within_authority: {
      id: '1: boleh diputuskan sendiri; 0: perlu persetujuan.',
      en: "1: within what anybody may give; 0: it needed somebody's word.",
    },
    approved_by: { id: 'Siapa yang menyetujui.', en: 'Who agreed to it.' },
    given_on: { id: 'Tanggal diberikan.', en: 'Day it was given.' },
    valid_until: { id: 'Hari terakhir berlaku.', en: 'Last day it is good.' },
    used_on: { id: 'Tanggal dipakai.', en: 'Day it was used.' },
    note: common.note,
    import_id: common.importId,
  },
};

export const correctiveActions: TableWords<'corrective_actions'> = {
  holds: {
    id: 'Perbaikan supaya tidak terulang.',
    en: 'What is done so that it does not come back.',
  },
  columns: {
    id: common.id,
    complaint_id: common.complaintId,
    what: { id: 'Apa yang dilakukan.', en: 'What is done.' },
    owner: { id: 'Siapa yang bertanggung jawab.', en: 'Who sees to it.' },
    due_on: { id: 'Harus selesai tanggal.', en: 'Day it is to be done.' },
    check_on: { id: 'Diperiksa tanggal.', en: 'Day it is to be checked.' },
    done_on: { id: 'Selesai tanggal.', en: 'Day it was done.' },
    checked_on: { id: 'Sudah diperiksa tanggal.', en: 'Day it was checked.' },
    verdict: {
      id: 'held (berhasil) atau came-back (terulang).',
      en: 'held, or came-back.',
    },
    created_at: common.createdAt,
  },
};

export const savedFilters: TableWords<'saved_filters'> = {
  holds: { id: 'Saringan daftar yang disimpan.', en: 'Filters of lists that were saved.' },
  columns: {
    id: common.id,
    area: { id: 'Daftarnya: complaints (keluhan).', en: 'The list: complaints.' },
    name: { id: 'Nama saringan.', en: 'What it is called.' },
    filter: { id: 'Isinya (JSON).', en: 'What it leaves (JSON).' },
    created_at: common.createdAt,
  },
};
