import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { bankHolidays } from './bank-holidays.ts';
import { englishFiles } from './english-files.ts';
import { englishGoods } from './english-goods.ts';
import { englishNames } from './english-names.ts';
import { englishNotes } from './english-notes.ts';
import { englishLandline, englishMobile, typedInEnglish } from './english-phones.ts';
import type { SamplePlace } from './place.ts';

const firstChristmas = 2020;
const christmases = Array.from({ length: 80 }, (_, at) =>
  dayNumber(`${firstChristmas + at}-12-25`),
);

const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `1,250.00` */
function typedAmount(minor: number): string {
  const digits = (Math.abs(minor) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  return minor < 0 ? `-${digits}` : digits;
}

/** Morning Lark in York, in pounds. */
export const englishPlace: SamplePlace = {
  shopName: 'Morning Lark',
  country: 'GB',
  people: {
    ...englishNames,
    womansTitle: 'Mrs',
    mansTitle: 'Mr',
    mansTitleToo: 'Mr.',
    shortName: (title, name) => `${title} ${name.split(' ').at(-1) ?? name}`,
    businessName: (kind, name) => `${name} ${kind}`,
    businessTag: 'trade',
    mailDomain: 'mail.example',
    ordersMailbox: 'orders',
    farTown: 'Manchester',
    address: (street, number) => `${number} ${street}`,
    byFriend: 'Through a friend',
    best: {
      title: 'Mrs',
      name: 'Eleanor Hartley',
      address: '14 Rowan Road',
      city: 'Harrogate',
      birthday: '1987-08-21',
      occupation: 'Teacher',
      source: 'Walked past',
      tags: ['coffee club', 'home delivery'],
    },
  },
  phones: { mobile: englishMobile, landline: englishLandline, typed: typedInEnglish },
  calendar: {
    feasts: christmases,
    closedDays: 2,
    monthBefore: 1.15,
    weekAfter: 0.8,
    monthNames,
    clockMark: ':',
    holidays: (today) => {
      const year = Number(today.slice(0, 4));
      return [year - 1, year, year + 1].flatMap(bankHolidays);
    },
  },
  money: {
    currency: 'GBP',
    // £6 a year: a card at Christmas, a few messages, a tasting.
    keepingCostMinor: 600,
    authorityMinor: 5_000,
    stepMinor: 10,
    typed: typedAmount,
    signed: (minor) => `£${typedAmount(minor)}`,
  },
  catalogue: englishGoods,
  files: englishFiles,
  notes: englishNotes,
};
