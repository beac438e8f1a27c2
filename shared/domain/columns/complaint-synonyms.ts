import { DAY, exactMatches, type ListTitles, type Synonyms } from './list-titles.ts';

const SYNONYMS: Synonyms = {
  'complaint.number':
    'no keluhan|nomor keluhan|no komplain|nomor komplain|no aduan|nomor aduan|no pengaduan|' +
    'nomor pengaduan|no tiket|nomor tiket|id keluhan|id komplain|kode keluhan|kode komplain|' +
    'complaint no|complaint number|complaint id|ticket no|ticket number|ticket id|ticket|tiket|' +
    'case no|case number|case id|no registrasi|nomor registrasi',
  'complaint.title':
    'judul keluhan|judul|perihal|pokok keluhan|judul komplain|judul aduan|complaint title|title|' +
    'subject|subjek|ringkasan keluhan|ringkasan|summary|topik keluhan|hal|masalah singkat',
  'complaint.text':
    'isi keluhan|keluhan pelanggan|keluhan|isi komplain|komplain|complain|isi aduan|aduan|' +
    'pengaduan|isi pengaduan|detail keluhan|detail komplain|uraian keluhan|kronologi|' +
    'cerita pelanggan|kata pelanggan|complaint text|complaint|complaints|complaint details|' +
    'complaint description|customer complaint|deskripsi keluhan|deskripsi|description|uraian|' +
    'detail|details|masalah|problem|issue|keterangan keluhan|keterangan|catatan|ket|note|notes',
  'complaint.receivedOn':
    'tgl diterima|tanggal diterima|tgl masuk|tanggal masuk|tgl keluhan|tanggal keluhan|' +
    'tgl komplain|tanggal komplain|tgl aduan|tanggal aduan|tgl pengaduan|tanggal pengaduan|' +
    'tgl lapor|tanggal lapor|tgl laporan|tanggal laporan|received on|received|date received|' +
    'received date|complaint date|date of complaint|opened|opened on|open date|created at|' +
    'created|tgl terima|tanggal terima|tanggal|tgl|date|waktu masuk|waktu keluhan|waktu|timestamp|hari tanggal',
  'complaint.receivedTime':
    'jam diterima|jam masuk|jam keluhan|received time|time received|pukul|jam|time',
  'complaint.kind':
    'jenis pengadu|jenis pelapor|pengadu|asal keluhan|complainant type|complaint from',
  'complaint.channel':
    'media keluhan|saluran keluhan|via keluhan|media|saluran|channel|via|lewat|melalui|' +
    'cara lapor|sumber keluhan|sumber komplain|sumber|complaint channel|received via|kanal',
  'complaint.severity':
    'tingkat keparahan|keparahan|tingkat|prioritas|severity|priority|urgensi|berat ringan|level|' +
    'bobot|kategori keparahan|tingkat keluhan',
  'complaint.status':
    'status keluhan|status komplain|status aduan|status penanganan|status|complaint status|' +
    'ticket status|keadaan|state|progress|progres',
  'complaint.answeredOn':
    'tgl dijawab|tanggal dijawab|tgl jawab|tanggal jawab|tgl respon|tanggal respon|tgl direspon|' +
    'tgl tanggapan|tanggal tanggapan|tgl ditanggapi|tanggal ditanggapi|tgl dibalas|' +
    'tanggal dibalas|dijawab|ditanggapi|direspon|answered on|answered|date answered|' +
    'first answer|first response|response date|responded on|first response date|answer date|' +
    'waktu respon|waktu dijawab',
  'complaint.answer':
    'jawaban|isi jawaban|tanggapan|isi tanggapan|respon|balasan|jawaban pertama|answer|response|' +
    'first answer text|reply|our answer',
  'complaint.cause':
    'penyebab|sebab|akar masalah|akar penyebab|penyebab keluhan|penyebab masalah|cause|root cause|' +
    'reason|alasan|kategori keluhan|jenis keluhan|kategori komplain|jenis komplain|kategori|' +
    'complaint category|complaint type|category',
  'complaint.causeNote':
    'catatan penyebab|keterangan penyebab|catatan sebab|cause note|cause notes|cause details',
  'complaint.solution':
    'solusi|penyelesaian|tindakan|tindak lanjut|penanganan|hasil penanganan|cara penyelesaian|' +
    'solution|resolution|action taken|action|fix|tindakan yang diambil|langkah|hasil',
  'complaint.resolvedOn':
    'tgl selesai|tanggal selesai|tgl penyelesaian|tanggal penyelesaian|tgl beres|' +
    'tgl diselesaikan|tanggal diselesaikan|selesai|selesai tgl|resolved on|resolved|' +
    'date resolved|resolution date|solved on|completed on|finished on|waktu selesai|' +
    'resolved date',
  'complaint.compensationKind':
    'jenis ganti rugi|bentuk ganti rugi|jenis kompensasi|bentuk kompensasi|ganti rugi|kompensasi|' +
    'compensation kind|compensation type|kind of compensation|compensation|ganti',
  'complaint.compensation':
    'nilai ganti rugi|jumlah ganti rugi|biaya ganti rugi|nilai kompensasi|jumlah kompensasi|' +
    'biaya kompensasi|ganti rugi|kompensasi|compensation amount|compensation value|' +
    'compensation cost|compensation|nilai|biaya|kerugian|nominal|cost|amount',
  'complaint.closedOn':
    'tgl ditutup|tanggal ditutup|tgl tutup|tanggal tutup|closed on|closed|date closed|' +
    'closing date|close date|closed date|ditutup',
  'complaint.handledBy':
    'petugas|pic|ditangani oleh|ditangani|penanggung jawab|penerima keluhan|diterima oleh|' +
    'handled by|handler|staff|staf|karyawan|admin|cs|customer service|assigned to|assignee|' +
    'agent|owner|oleh|yang menangani|kasir',
};

const EXACT = exactMatches(SYNONYMS);
const PARTS: ListTitles['parts'] = [
  [new RegExp(`${DAY}.*(?:jawab|respon|tanggap|balas|answer)`), 'complaint.answeredOn'],
  [new RegExp(`${DAY}.*(?:tutup|clos)`), 'complaint.closedOn'],
  [new RegExp(`${DAY}.*(?:selesai|beres|resol|solv)`), 'complaint.resolvedOn'],
  [
    new RegExp(`${DAY}.*(?:masuk|terima|lapor|keluhan|komplain|aduan|receiv|complain)`),
    'complaint.receivedOn',
  ],
  [/status/, 'complaint.status'],
  [/(?:nilai|jumlah|biaya|rp).*(?:ganti rugi|kompensasi|compensation)/, 'complaint.compensation'],
  [/(?:penyebab|akar masalah|cause)/, 'complaint.cause'],
  [/(?:solusi|penyelesaian|solution|resolution)/, 'complaint.solution'],
  [/(?:media|saluran|channel)/, 'complaint.channel'],
  [/(?:petugas|pic\b|handled)/, 'complaint.handledBy'],
  [/\b(?:keluhan|komplain|aduan|pengaduan|complain|complaint)\b/, 'complaint.text'],
];

/** A ticket may be one for a journey: only beside these it is a complaint. */
const TICKET_WORD = /\b(?:ticket|tiket)\b/;
const BESIDE_TICKET: ReadonlySet<string> = new Set(
  (
    'subject|subjek|priority|prioritas|severity|first response|first response date|' +
    'resolved date|resolved on|resolution|resolution date|assigned to|assignee|masalah|problem|issue'
  ).split('|'),
);

/** One of these in a file's titles makes it a list of complaints. */
const WORD = /\b(?:keluhan|komplain|complain|complaints?|aduan|pengaduan)\b/;
function isMeant(keys: readonly string[]): boolean {
  if (keys.some((key) => WORD.test(key))) return true;
  return keys.some((key) => TICKET_WORD.test(key)) && keys.some((key) => BESIDE_TICKET.has(key));
}

/** Titles of a list of complaints: what is complained about, and the day it came in. */
export const complaintTitles: ListTitles = {
  exact: EXACT,
  parts: PARTS,
  needs: [['complaint.text', 'complaint.title'], ['complaint.receivedOn']],
  isMeant,
  isOwn: (key) => WORD.test(key) && EXACT.has(key),
};
