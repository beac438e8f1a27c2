import { headerKey } from './headers.ts';
import { DAY, exactMatches, type ListTitles, type Synonyms } from './list-titles.ts';

const SYNONYMS: Synonyms = {
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

const PARTS: ListTitles['parts'] = [
  [/(?:hubungi|kontak|follow up|contact).*(?:lagi|kembali|again|next)/, 'contact.nextOn'],
  [new RegExp(`${DAY}.*(?:kontak|hubungi|contact|call)`), 'contact.date'],
  [
    /(?:isi|catatan|ringkasan).*(?:kontak|percakapan|pembicaraan|chat|telp|telepon)/,
    'contact.text',
  ],
  [/hasil/, 'contact.outcome'],
  [/(?:media|saluran|channel)/, 'contact.channel'],
  [/(?:petugas|pic\b|handled)/, 'contact.handledBy'],
];

/** One of these beside a date makes a file a list of interactions. */
const TELLING: ReadonlySet<string> = new Set(
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

/** Titles of a list of interactions: the day, and besides it a channel, a text or an outcome. */
export const interactionTitles: ListTitles = {
  exact: exactMatches(SYNONYMS),
  parts: PARTS,
  needs: [['contact.date'], ['contact.channel', 'contact.text', 'contact.outcome']],
  isMeant: (keys) => keys.some((key) => TELLING.has(key)),
  isOwn: (key) => TELLING.has(key),
};
