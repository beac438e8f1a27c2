import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { slashDate } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import { damagedPhone, mobileNumber, typedPhone } from './phones.ts';
import { createRandom, type Random } from './random.ts';
import type { SampleFile } from './sample-file.ts';

const header = [
  'Kode',
  'Nama Lengkap',
  'No. HP',
  'Email',
  'Alamat',
  'Kota',
  'Tgl Lahir',
  'Jenis',
  'Pekerjaan',
  'Sumber',
  'Diajak oleh',
  'Label',
  'Catatan',
];

/** How the shop's list departs from one clean row a person; ids of the people it happens to. */
export type ListFlaws = {
  /** The number is `6.28E+12`: a spreadsheet took it for a quantity. */
  damagedPhone: ReadonlySet<number>;
  /** Written down twice, the same number in another form. */
  repeated: ReadonlySet<number>;
  /** Written down twice, the second time with another number: only a person can tell. */
  secondNumber: ReadonlySet<number>;
};

/** Chooses the flawed rows among listed people who have bought at the till. */
export function chooseFlaws(
  seed: number,
  people: readonly SamplePerson[],
  boughtAtTill: ReadonlySet<number>,
): ListFlaws {
  const random = createRandom(seed, 'flaws');
  const candidates = people.filter(
    ({ id, isListed, kind }) => isListed && kind === 'person' && id > 0 && boughtAtTill.has(id),
  );
  const take = (count: number): Set<number> => {
    const taken = new Set<number>();
    while (taken.size < count && candidates.length > 0) {
      const [person] = candidates.splice(random.integer(0, candidates.length - 1), 1);
      if (person !== undefined) taken.add(person.id);
    }
    return taken;
  };
  return { damagedPhone: take(4), repeated: take(6), secondNumber: take(3) };
}

/** The shop's own list, `;` between the fields, in the order in which people came. */
export function customerFile(
  seed: number,
  people: readonly SamplePerson[],
  flaws: ListFlaws,
): SampleFile {
  const random = createRandom(seed, 'customer file');
  const listed = people
    .filter((person) => person.isListed)
    .sort((one, other) => one.since - other.since || one.id - other.id);
  const rows = listed.map((person) => {
    const phone = flaws.damagedPhone.has(person.id)
      ? damagedPhone(person.phone)
      : String(typedPhone(person.phone, random));
    return personRow(person, listName(person, random), phone, '');
  });
  for (const person of listed) {
    if (flaws.repeated.has(person.id)) {
      const phone = String(typedPhone(person.phone, random));
      rows.push(personRow(person, person.name, phone, 'ditulis dua kali?'));
    }
    if (flaws.secondNumber.has(person.id)) {
      const phone = String(typedPhone(mobileNumber(people.length + person.id), random));
      rows.push(personRow(person, person.name, phone, 'nomor baru'));
    }
  }
  const numbered = rows.map((row, index) => [`P${String(index + 1).padStart(4, '0')}`, ...row]);
  return { kind: 'csv', name: 'pelanggan.csv', separator: ';', rows: [header, ...numbered] };
}

function listName(person: SamplePerson, random: Random): string {
  if (person.title === '' || random.chance(0.35)) return person.name;
  const title = person.title === 'Bpk' && random.chance(0.5) ? 'Bpk.' : person.title;
  return `${title} ${person.name}`;
}

function personRow(person: SamplePerson, name: string, phone: string, note: string): string[] {
  return [
    name,
    phone,
    person.email ?? '',
    person.address,
    person.city,
    person.birthday === null ? '' : slashDate(dayNumber(person.birthday)),
    person.kind === 'business' ? 'Usaha' : 'Perorangan',
    person.occupation ?? '',
    person.source,
    person.referredBy ?? '',
    person.tags.join(', '),
    note,
  ];
}
