import type { ImportField } from './fields.ts';
import { headerKey } from './headers.ts';
import type { HeaderMatch } from './synonyms.ts';

/** A file that is a list of complaints, or of contacts. */
export type CareKind = 'complaint' | 'contact';

type Table = Readonly<Partial<Record<ImportField, string>>>;

/** As in `synonyms.ts`, best first; looked at only in files that are of the kind. */
const COMPLAINT: Table = {
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

const CONTACT: Table = {
  'contact.date':
    'tanggal kontak|tgl kontak|tanggal hubungi|tgl hubungi|tanggal dihubungi|tgl dihubungi|' +
    'tanggal telepon|tgl telepon|tanggal telp|tgl telp|tanggal kunjungan|tgl kunjungan|' +
    'waktu kontak|contact date|date of contact|call date|contacted on|visit date|tanggal|tgl|' +
    'date|waktu|timestamp|hari tanggal|date time',
  'contact.time': 'jam kontak|jam telepon|contact time|call time|pukul|jam|time',
  'contact.channel':
    'media kontak|cara kontak|jenis kontak|saluran kontak|kontak via|media|saluran|via|lewat|' +
    'channel|contact channel|contact type|melalui|kanal|cara',
  'contact.direction': 'arah kontak|arah|masuk keluar|masuk atau keluar|direction|in out|in or out',
  'contact.topic': 'topik kontak|topik|jenis catatan|perihal|topic|kind of note|jenis',
  'contact.text':
    'catatan kontak|isi kontak|isi percakapan|isi pembicaraan|hasil pembicaraan|percakapan|' +
    'pembicaraan|ringkasan percakapan|isi chat|contact note|contact notes|what happened|' +
    'conversation|call notes|catatan|keterangan|isi|uraian|ringkasan|note|notes|ket|pesan|' +
    'message|remarks|description|deskripsi|apa yang terjadi',
  'contact.outcome':
    'hasil kontak|hasil telepon|hasil telp|hasil kunjungan|hasil|status kontak|outcome|result|' +
    'contact result|call result|status',
  'contact.handledBy':
    'petugas|pic|oleh|ditangani oleh|yang menghubungi|dihubungi oleh|handled by|handler|' +
    'contacted by|called by|staff|staf|karyawan|admin|cs|sales|salesman|agent|kasir',
  'contact.nextOn':
    'hubungi lagi tgl|tgl hubungi lagi|tanggal hubungi lagi|hubungi lagi|kontak lagi|' +
    'tgl kontak lagi|tgl follow up|tanggal follow up|follow up|tindak lanjut|tgl tindak lanjut|' +
    'contact again|contact again on|next contact|next contact date|next call|follow up date|' +
    'next follow up|callback|call back|telepon lagi|hubungi kembali|tgl hubungi kembali|ingatkan',
  'contact.nextReason':
    'alasan hubungi lagi|untuk apa|hubungi lagi untuk|alasan follow up|keperluan hubungi lagi|' +
    'contact again for|next contact reason|follow up reason|reason|alasan|keperluan',
};

interface Sheet {
  readonly exact: ReadonlyMap<string, readonly HeaderMatch[]>;
  readonly parts: readonly (readonly [RegExp, ImportField])[];
}

function sheetOf(table: Table, parts: Sheet['parts']): Sheet {
  const all = Object.entries(table).flatMap(([field, list]) => {
    const words = list.split('|');
    return words.map((text, index) => ({
      key: headerKey(text),
      field: field as ImportField,
      weight: 1 - (0.5 * index) / words.length,
      exact: true,
    }));
  });
  return { exact: Map.groupBy(all, (each) => each.key), parts };
}

const DAY = '(?:tgl|tanggal|date|waktu|on)';
const SHEETS: Readonly<Record<CareKind, Sheet>> = {
  complaint: sheetOf(COMPLAINT, [
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
  ]),
  contact: sheetOf(CONTACT, [
    [/(?:hubungi|kontak|follow up|contact).*(?:lagi|kembali|again|next)/, 'contact.nextOn'],
    [new RegExp(`${DAY}.*(?:kontak|hubungi|contact|call)`), 'contact.date'],
    [
      /(?:isi|catatan|ringkasan).*(?:kontak|percakapan|pembicaraan|chat|telp|telepon)/,
      'contact.text',
    ],
    [/hasil/, 'contact.outcome'],
    [/(?:media|saluran|channel)/, 'contact.channel'],
    [/(?:petugas|pic\b|handled)/, 'contact.handledBy'],
  ]),
};

/** A ticket may be one for a journey: only beside these it is a complaint. */
const TICKET_WORD = /\b(?:ticket|tiket)\b/;
const BESIDE_TICKET: ReadonlySet<string> = new Set(
  (
    'subject|subjek|priority|prioritas|severity|first response|first response date|' +
    'resolved date|resolved on|resolution|resolution date|assigned to|assignee|masalah|problem|issue'
  ).split('|'),
);

/** One of these in a file's titles makes it a list of complaints. */
const COMPLAINT_WORD = /\b(?:keluhan|komplain|complain|complaints?|aduan|pengaduan)\b/;
/** One of these beside a date makes a file a list of contacts. */
const CONTACT_TITLES: ReadonlySet<string> = new Set(
  (
    'tanggal kontak|tgl kontak|tanggal hubungi|tgl hubungi|tanggal dihubungi|tgl dihubungi|' +
    'catatan kontak|isi kontak|isi percakapan|isi pembicaraan|hasil pembicaraan|hasil kontak|' +
    'hasil telepon|hasil telp|hasil kunjungan|media kontak|cara kontak|jenis kontak|arah|' +
    'arah kontak|hubungi lagi|kontak lagi|tgl hubungi lagi|tanggal hubungi lagi|follow up|' +
    'tgl follow up|tanggal follow up|hubungi kembali|contact date|date of contact|call date|' +
    'contact note|contact notes|call notes|contact again|contact again on|next contact|' +
    'next contact date|next follow up|follow up date|contact type|contact channel|direction|' +
    'contact result|call result|contacted on|what happened|ringkasan percakapan|isi chat'
  )
    .split('|')
    .map(headerKey),
);

function isComplaintList(keys: readonly string[]): boolean {
  if (keys.some((key) => COMPLAINT_WORD.test(key))) return true;
  return keys.some((key) => TICKET_WORD.test(key)) && keys.some((key) => BESIDE_TICKET.has(key));
}

/**
 * Whether the titles (as `headerKey` makes them) are those of a list of complaints or of contacts;
 * null for every other file. `money`: they also speak of goods sold by count and price (`sale`), or
 * of a sum that may be one (`sum`): a workshop's receipts tell what the owner complained about too.
 */
export function careKind(keys: readonly string[], money: 'sale' | 'sum' | null): CareKind | null {
  if (money === 'sale') return null;
  if (money === 'sum' && keys.filter((key) => CARE_ONLY.has(key)).length < 2) return null;
  const found = (kind: CareKind, field: ImportField): boolean =>
    keys.some((key) => matchCare(kind, key).some((match) => match.field === field));
  if (isComplaintList(keys)) {
    const says = found('complaint', 'complaint.text') || found('complaint', 'complaint.title');
    if (says && found('complaint', 'complaint.receivedOn')) return 'complaint';
  }
  const isContact = keys.some((key) => CONTACT_TITLES.has(key));
  return isContact && found('contact', 'contact.date') && isTelling(keys) ? 'contact' : null;
}

/** Besides a date there is a channel, a text or an outcome. */
function isTelling(keys: readonly string[]): boolean {
  const wanted: readonly ImportField[] = ['contact.channel', 'contact.text', 'contact.outcome'];
  return keys.some((key) =>
    matchCare('contact', key).some((match) => wanted.includes(match.field)),
  );
}

/** Every field of that kind a title may name, best first. */
export function matchCare(kind: CareKind, key: string): readonly HeaderMatch[] {
  const { exact, parts } = SHEETS[kind];
  const found = exact.get(key);
  if (found !== undefined) return found.toSorted((a, b) => b.weight - a.weight);
  const part = parts.find(([pattern]) => pattern.test(key));
  return part === undefined ? [] : [{ field: part[1], weight: 0.55, exact: false }];
}

/** Whether a title is one that lists of complaints or contacts have, and no others. */
export function isCareTitle(header: string): boolean {
  const key = headerKey(header);
  return (
    CONTACT_TITLES.has(key) ||
    (COMPLAINT_WORD.test(key) && SHEETS.complaint.exact.has(key)) ||
    CARE_ONLY.has(key)
  );
}

const CARE_ONLY: ReadonlySet<string> = new Set(
  (
    'tgl dijawab|tanggal dijawab|tgl selesai|tanggal selesai|tgl diterima|tanggal diterima|' +
    'tgl masuk|tanggal masuk|penyebab|solusi|penyelesaian|ganti rugi|kompensasi|petugas|pic|' +
    'ditangani oleh|tgl ditutup|tanggal ditutup|cause|solution|handled by|received on|answered on|' +
    'resolved on|closed on|compensation|severity'
  ).split('|'),
);
