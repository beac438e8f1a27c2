import { type Day, isClosed, writtenDate } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import { typedPhone } from './phones.ts';
import { createRandom, type Random } from './random.ts';
import type { TillSale } from './sales.ts';
import type { SampleFile } from './sample-file.ts';

const header = [
  'Tgl Kontak',
  'Jam',
  'Nama',
  'No WA',
  'Media',
  'Arah',
  'Topik',
  'Catatan',
  'Hasil',
  'Hubungi Lagi',
  'Untuk Apa',
];

/** One line of the notebook, and the day on which it says to get in touch again. */
interface Contact {
  readonly day: Day;
  readonly person: SamplePerson;
  readonly direction: 'masuk' | 'keluar';
  readonly topic: string;
  readonly note: string;
  readonly outcome: string;
  readonly next: Day | null;
  readonly reason: string;
}

/** Days from today on which customers wait for a word: overdue, today, soon. */
const dueIn = [-6, -3, -1, 0, 0, 0, 1, 2, 4, 7, 12, 20] as const;
const pairs = 10;
const singles = 28;

const asks = [
  ['Tanya harga grosir untuk kantor', 'kirim daftar harga'],
  ['Mau pesan hantaran, belum pasti jumlahnya', 'tanya jadi pesan'],
  ['Tanya kapan Gayo Natural ada lagi', 'kabari kalau sudah ada'],
  ['Minta dibuatkan jadwal kirim tetap', 'pastikan jadwal kirim'],
  ['Mau coba paket langganan', 'tanya pendapatnya'],
] as const;
const answers = [
  ['Daftar harga sudah dikirim, akan dibahas dulu', 'menunggu'],
  ['Jadi pesan untuk akhir pekan', 'pesan'],
  ['Belum jadi, bulan depan saja', 'belum minat'],
  ['Sudah diambil di toko', 'tersambung'],
] as const;
const talks = [
  ['masuk', '', 'Tanya jam buka hari libur', 'tersambung'],
  ['keluar', '', 'Mengabari pesanan siap diambil', 'tersambung'],
  ['keluar', '', 'Menanyakan kabar, sudah lama tidak mampir', 'tidak diangkat'],
  ['masuk', 'saran', 'Usul ada ukuran 100 g untuk dicoba', ''],
  ['masuk', 'saran', 'Minta tempat parkir sepeda', ''],
  ['masuk', 'kritik', 'Musik di dalam terlalu keras sore hari', ''],
  ['masuk', 'kebutuhan', 'Butuh kopi rendah kafein untuk orang tua', ''],
  ['masuk', 'kebutuhan', 'Cari gilingan listrik, belum kami jual', ''],
  ['keluar', '', 'Ucapan selamat ulang tahun', 'tersambung'],
  ['masuk', '', 'Pesan dua bungkus untuk diambil besok', 'pesan'],
] as const;

/** What the notebook comes to, counted from its lines and not from the file. */
export interface ContactCounts {
  readonly contacts: number;
  readonly contactAgain: number;
  readonly contactAgainKept: number;
}

/** The notebook of who was called, who wrote, and who is to be contacted again: four months. */
export function contactFile(
  seed: number,
  today: Day,
  till: readonly TillSale[],
): { file: SampleFile; counts: ContactCounts } {
  const random = createRandom(seed, 'contact file');
  const people = regulars(till);
  const waiting = dueIn.map((due, at) => waitingContact(people(at), today, due, random));
  const kept = Array.from({ length: pairs }, (_, at) =>
    keptPair(people(dueIn.length + at), today, random),
  ).flat();
  const others = Array.from({ length: singles }, (_, at) =>
    talk(people(dueIn.length + pairs + at), today, at, random),
  );
  const all = [...waiting, ...kept, ...others].sort((a, b) => a.day - b.day);
  const rows = all.map((contact) => contactRow(contact, random));
  const title = [['CATATAN KONTAK, ditulis Sinta dan Dimas'], [''], header];
  return {
    file: { kind: 'csv', name: 'kontak.csv', separator: ';', rows: [...title, ...rows] },
    counts: {
      contacts: all.length,
      contactAgain: all.filter(({ next }) => next !== null).length,
      contactAgainKept: pairs,
    },
  };
}

/** Those who bought last, each once, the latest first. */
function regulars(till: readonly TillSale[]): (at: number) => SamplePerson {
  const known = till.flatMap(({ person }) => (person === null || person.id === 0 ? [] : [person]));
  const people = [...new Set(known.reverse())];
  return (at) => {
    const person = people[at];
    if (person === undefined) throw new RangeError('Too few people at the till.');
    return person;
  };
}

function openDay(day: Day): Day {
  let open = day;
  while (isClosed(open)) open -= 1;
  return open;
}

function waitingContact(person: SamplePerson, today: Day, due: number, random: Random): Contact {
  const [note, reason] = random.pick(asks);
  const day = openDay(today - random.integer(8, 24));
  return {
    ...{ day, person, direction: 'masuk', topic: '', note, reason },
    ...{ outcome: 'menunggu', next: today + due },
  };
}

function keptPair(person: SamplePerson, today: Day, random: Random): Contact[] {
  const [note, reason] = random.pick(asks);
  const [answer, outcome] = random.pick(answers);
  const day = openDay(today - random.integer(40, 110));
  const next = day + random.integer(4, 10);
  // Mostly in time, now and then a few days late.
  const kept = next + (random.chance(0.75) ? 0 : random.integer(1, 4));
  const promise: Contact = {
    ...{ day, person, direction: 'masuk', topic: '', note, reason, outcome: '', next },
  };
  return [
    promise,
    {
      ...{ day: kept, person, direction: 'keluar', topic: '', note: answer, reason: '', outcome },
      next: null,
    },
  ];
}

function talk(person: SamplePerson, today: Day, at: number, random: Random): Contact {
  const [direction, topic, note, outcome] = talks[at % talks.length] ?? talks[0];
  const day = openDay(today - random.integer(1, 118));
  return { day, person, direction, topic, note, outcome, next: null, reason: '' };
}

function contactRow(contact: Contact, random: Random): string[] {
  const { day, person, direction, topic, note, outcome, next, reason } = contact;
  const clock = `${String(random.integer(8, 16)).padStart(2, '0')}.${random.pick(['05', '20', '45'])}`;
  return [
    writtenDate(day),
    random.chance(0.85) ? clock : '',
    person.name,
    String(typedPhone(person.phone, random)),
    random.weighted([
      ['WA', 50],
      ['wa', 15],
      ['Telp', 22],
      ['datang', 8],
      ['IG', 5],
    ]),
    direction,
    topic,
    note,
    outcome,
    next === null ? '' : writtenDate(next),
    reason,
  ];
}
