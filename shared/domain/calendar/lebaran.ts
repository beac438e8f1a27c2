import { dayNumber } from './dates.ts';

/**
 * First day of Idul Fitri (1 Syawal) in Indonesia. Up to 2026 as the government set it (each year's joint
 * decree on holidays and the sidang isbat); 2027 to 2032 by reckoning with the criteria that the ministers
 * of religion of the region agreed on (MABIMS); from 2033 on by the Umm al-Qura calendar as CLDR has it. A
 * day that is only reckoned may be moved by one when it is announced.
 */
export const lebaranDays: readonly string[] = [
  '2010-09-10',
  '2011-08-31',
  '2012-08-19',
  '2013-08-08',
  '2014-07-28',
  '2015-07-17',
  '2016-07-06',
  '2017-06-25',
  '2018-06-15',
  '2019-06-05',
  '2020-05-24',
  '2021-05-13',
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
  '2033-01-03',
  '2033-12-23',
  '2034-12-12',
  '2035-12-01',
];

/** Ramadan lasts 29 or 30 days; counted back from its end it is taken for so many. */
export const ramadanDays = 30;

const dayNumbers: readonly number[] = lebaranDays.map(dayNumber);

/** The day numbers of Lebaran from one day number to another, both included. */
export function lebaransBetween(from: number, to: number): number[] {
  return dayNumbers.filter((day) => day >= from && day <= to);
}
