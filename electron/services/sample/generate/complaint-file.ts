import { type Day, isClosed, writtenDate } from './calendar.ts';
import { type ComplaintStory, complaintStories } from './complaint-words.ts';
import type { SamplePerson } from './people.ts';
import { typedPhone } from './phones.ts';
import { createRandom, type Random } from './random.ts';
import type { TillSale } from './sales.ts';
import { dottedAmount, type SampleFile } from './sample-file.ts';

const header = [
  'Tgl Masuk',
  'Nama Pelanggan',
  'No HP',
  'Media',
  'Keluhan',
  'Produk',
  'No Nota',
  'Tingkat',
  'Tgl Dijawab',
  'Penyebab',
  'Solusi',
  'Tgl Selesai',
  'Ganti Rugi',
  'Nilai Ganti Rugi',
  'Status',
  'Petugas',
];

const minutesADay = 1440;

/** The shop's complaint notebook of the last half year: what happened, and how far each one is. */
export function complaintFile(seed: number, today: Day, till: readonly TillSale[]): SampleFile {
  const random = createRandom(seed, 'complaint file');
  const rows = complaintStories.map((story) => complaintRow(story, today, till, random));
  return {
    kind: 'csv',
    name: 'keluhan.csv',
    separator: ';',
    rows: [['BUKU KELUHAN SEKAR PAGI'], [''], header, ...rows],
  };
}

function complaintRow(
  story: ComplaintStory,
  today: Day,
  till: readonly TillSale[],
  random: Random,
): string[] {
  let day = today - story.ago;
  while (isClosed(day)) day -= 1;
  const came = day * minutesADay + minutesOf(story.at);
  const sale = receiptFor(story, day, till, random);
  const { answerMinutes, solveHours, amount } = story;
  const [person, receipt] = [sale?.person ?? null, sale?.receipt ?? ''];
  return [
    written(came),
    person?.name ?? '',
    person === null ? '' : String(typedPhone(person.phone, random)),
    story.channel,
    story.words,
    story.product ?? '',
    story.product === null ? '' : receipt,
    story.severity,
    answerMinutes === null ? '' : written(came + answerMinutes),
    story.cause,
    story.solution,
    solveHours === null ? '' : written(came + solveHours * 60),
    story.given,
    amount === null ? '' : `Rp ${dottedAmount(amount)}`,
    story.status,
    answerMinutes === null ? '' : random.pick(['Sinta', 'Dimas', 'Bu Laras']),
  ];
}

/** The last receipt of the product before the day; who bought it is who complains. */
function receiptFor(
  { product }: ComplaintStory,
  day: Day,
  till: readonly TillSale[],
  random: Random,
): (TillSale & { person: SamplePerson }) | null {
  const bought = till.filter(
    (sale): sale is TillSale & { person: SamplePerson } =>
      sale.person !== null &&
      sale.person.id !== 0 &&
      sale.returns === null &&
      sale.day < day &&
      (product === null || sale.lines.some((line) => line.product.name === product)),
  );
  const latest = bought.slice(-3);
  return latest.length === 0 ? null : random.pick(latest);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** `5 Maret 2026 09.20` */
function written(minutes: number): string {
  const day = Math.floor(minutes / minutesADay);
  const left = minutes - day * minutesADay;
  const clock = [Math.floor(left / 60), left % 60].map((part) => String(part).padStart(2, '0'));
  return `${writtenDate(day)} ${clock.join('.')}`;
}
