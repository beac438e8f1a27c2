const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?$/;
const MS_A_DAY = 86_400_000;
/** Day number of 1970-01-01 where 1900-01-01 is 1 and 1900 has a 29 February. */
const UNIX_EPOCH_SERIAL = 25_569;
/** 1900-03-01: before it the day numbers of spreadsheet programs disagree. */
const FIRST_SAFE_SERIAL = 61;

/**
 * The day number of an ISO date or date and time, the time as its fraction; null where the text is
 * none, is no day of the calendar, or lies before March 1900.
 */
export function excelSerial(text: string): number | null {
  const found = ISO.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  if (new Date(time).toISOString().slice(0, text.length) !== text) return null;
  const serial = time / MS_A_DAY + UNIX_EPOCH_SERIAL;
  return serial >= FIRST_SAFE_SERIAL ? serial : null;
}
