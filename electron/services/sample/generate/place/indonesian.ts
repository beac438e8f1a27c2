import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { publicHolidays } from '#shared/domain/calendar/holidays.ts';
import { lebaranDays } from '#shared/domain/calendar/lebaran.ts';
import {
  businessKinds,
  businessNames,
  familyNames,
  mensNames,
  occupations,
  sources,
  streets,
  tastes,
  towns,
  womensNames,
} from '../names.ts';
import { landlineNumber, mobileNumber, typedPhone } from '../phones.ts';
import { dottedAmount } from '../sample-file.ts';
import { indonesianFiles } from './indonesian-files.ts';
import { indonesianGoods } from './indonesian-goods.ts';
import { indonesianNotes } from './indonesian-notes.ts';
import type { SamplePlace } from './place.ts';

const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** Sekar Pagi in Yogyakarta, in rupiah. */
export const indonesianPlace: SamplePlace = {
  shopName: 'Sekar Pagi',
  country: 'ID',
  people: {
    ...{ womensNames, mensNames, familyNames, businessKinds, businessNames, towns, streets },
    ...{ occupations, tastes, sources },
    womansTitle: 'Ibu',
    mansTitle: 'Bpk',
    mansTitleToo: 'Bpk.',
    shortName: (title, name) =>
      `${title === 'Bpk' ? 'Pak' : 'Bu'} ${name.split(' ', 1)[0] ?? name}`,
    businessName: (kind, name) => `${kind} ${name}`,
    businessTag: 'usaha',
    mailDomain: 'contoh.example',
    ordersMailbox: 'pesan',
    farTown: 'Jakarta Selatan',
    address: (street, number) => `${street} ${number}`,
    byFriend: 'Diajak teman',
    best: {
      title: 'Ibu',
      name: 'Elok Kusumawati',
      address: 'Jl. Kenanga 14',
      city: 'Sleman',
      birthday: '1987-08-21',
      occupation: 'Guru',
      source: 'Lewat depan toko',
      tags: ['langganan', 'antar ke rumah'],
    },
  },
  phones: { mobile: mobileNumber, landline: landlineNumber, typed: typedPhone },
  calendar: {
    feasts: lebaranDays.map(dayNumber),
    closedDays: 3,
    // Ramadan is quiet.
    monthBefore: 0.7,
    weekAfter: 1.4,
    monthNames,
    clockMark: '.',
    holidays: () => [...publicHolidays],
  },
  money: {
    currency: 'IDR',
    // Rp 60.000 a year: a card at Lebaran, a few messages, a tasting.
    keepingCostMinor: 6_000_000,
    authorityMinor: 50_000_000,
    stepMinor: 50_000,
    typed: (minor) => dottedAmount(minor / 100),
    signed: (minor) => `Rp ${dottedAmount(minor / 100)}`,
  },
  catalogue: indonesianGoods,
  files: indonesianFiles,
  notes: indonesianNotes,
};
