import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { publicHolidays } from '#shared/domain/calendar/holidays.ts';
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

/**
 * Idul Fitri, 1 Syawal. 2022 to 2025 as the Indonesian ministry of religious affairs announced it;
 * 2026 as in the joint ministerial decree on public holidays; from 2027 calculated (Umm al-Qura
 * calendar plus the day by which Indonesia's sighting rule usually follows it), may be a day off.
 */
const idulFitri: readonly string[] = [
  '2022-05-02',
  '2023-04-22',
  '2024-04-10',
  '2025-03-31',
  '2026-03-21',
  '2027-03-10',
  '2028-02-27',
  '2029-02-15',
  '2030-02-05',
  '2031-01-25',
  '2032-01-15',
];

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
    feasts: idulFitri.map(dayNumber),
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
