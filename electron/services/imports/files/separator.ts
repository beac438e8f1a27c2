/** What the start of a text file says about its columns. */
export interface SniffedSeparator {
  readonly separator: string;
  /** Characters of an Excel `sep=` line at the start, which is no row; 0 where there is none. */
  readonly skip: number;
}

// In the order that wins a tie: a comma is the likeliest to be part of a text or a number.
const CANDIDATES = ['\t', ';', '|', ','] as const;
const MAX_SNIFFED_RECORDS = 1_000;

/** Counts the fields of each record; a quote opens a field at its start only, as the parser has it. */
function fieldCounts(sample: string, separator: string, isWhole: boolean): number[] {
  const counts: number[] = [];
  let fields = 1;
  let isFieldStart = true;
  let isQuoted = false;
  let closedAt = -2;
  let hasText = false;
  for (let at = 0; at < sample.length && counts.length < MAX_SNIFFED_RECORDS; at += 1) {
    const mark = sample[at];
    if (isQuoted) {
      if (mark === '"') {
        isQuoted = false;
        closedAt = at;
      }
    } else if (mark === '"' && (isFieldStart || closedAt === at - 1)) {
      isQuoted = true;
      isFieldStart = false;
      hasText = true;
    } else if (mark === separator) {
      fields += 1;
      isFieldStart = true;
    } else if (mark === '\n' || mark === '\r') {
      if (hasText) counts.push(fields);
      fields = 1;
      isFieldStart = true;
      hasText = false;
    } else {
      isFieldStart = false;
      hasText = true;
    }
  }
  if (isWhole && hasText) counts.push(fields);
  return counts;
}

/** 0 where it separates nothing; else the share of records that agree, more for a fitting header. */
function scoreCounts(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) {
    if (count > 1) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  }
  let fields = 0;
  let records = 0;
  for (const [count, times] of frequency) {
    if (times > records || (times === records && count > fields)) {
      fields = count;
      records = times;
    }
  }
  if (fields === 0) return 0;
  const header = counts[0] === fields ? 0.25 : 0;
  return (records / counts.length + header) * (1 + Math.log2(fields) / 10);
}

const NUMERIC = /^[-+]?\d[\d.,:/-]*$/;

/** Blanks set columns apart only where every line has the same three or more, one of them numbers. */
function isBlankSeparated(sample: string, isWhole: boolean): boolean {
  const lines = sample.split(/\r\n|\n|\r/);
  if (!isWhole) lines.pop();
  const rows = lines
    .slice(0, MAX_SNIFFED_RECORDS)
    .map((line) => line.split(/ +/).filter((word) => word !== ''))
    .filter((words) => words.length > 0);
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 3 || rows.some((row) => row.length !== width)) return false;
  const body = rows.slice(1);
  for (let column = 0; column < width; column += 1) {
    if (body.every((row) => NUMERIC.test(row[column] ?? ''))) return true;
  }
  return false;
}

/**
 * Finds the separator in the first characters of a file: Excel's `sep=` line, else the one of
 * `, ; tab |` outside quotes on which the records agree best, else blanks, else a comma.
 */
export function sniffSeparator(sample: string, isWhole: boolean): SniffedSeparator {
  const told = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i.exec(sample);
  if (told?.[1] !== undefined) return { separator: told[1], skip: told[0].length };
  let separator = ',';
  let best = 0;
  for (const candidate of CANDIDATES) {
    const score = scoreCounts(fieldCounts(sample, candidate, isWhole));
    if (score > best) {
      best = score;
      separator = candidate;
    }
  }
  // Decimal commas in blank-separated columns score too, but never with a fitting first line.
  if (best < 1 && isBlankSeparated(sample, isWhole)) separator = ' ';
  return { separator, skip: 0 };
}
