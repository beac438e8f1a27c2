import { expect, it } from 'vitest';
import { isClosed } from '#electron/services/sample/generate/calendar.ts';
import {
  bankHolidays,
  easterSunday,
} from '#electron/services/sample/generate/place/bank-holidays.ts';
import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';

const { calendar, money, phones } = placeOf('en');

it.each(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25'])(
  'Easter Sunday is %s',
  (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  },
);

it('the bank holidays of 2026 and 2027 are those that the government names', () => {
  const days = (year: number) => bankHolidays(year).map(({ on }) => on.slice(5));
  // Boxing Day of 2026 is a Saturday; of 2027 both days are at the weekend.
  expect(days(2026).join(' ')).toBe('01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28');
  expect(days(2027).join(' ')).toBe('01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28');
});

it('the English shop is closed at Christmas and New Year, and open on Lebaran', () => {
  const closed = ['2025-12-25', '2025-12-26', '2026-01-01'];
  for (const day of closed) expect(isClosed(dayNumber(day), calendar)).toBe(true);
  for (const day of ['2025-12-24', '2025-12-27', '2026-03-21'])
    expect(isClosed(dayNumber(day), calendar)).toBe(false);
});

it('English amounts have pence and commas', () => {
  expect(money.signed(123_456_789)).toBe('£1,234,567.89');
  expect(money.typed(-1_050)).toBe('-10.50');
});

it('no two English mobile numbers below a thousand are alike', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => phones.mobile(index).e164);
  expect(new Set(numbers).size).toBe(1000);
});
