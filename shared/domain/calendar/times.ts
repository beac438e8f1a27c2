/** A longer text is no time of day, and the pattern below would look at every run of blanks thrice. */
const LONGEST = 60;
const TIME =
  /^(?:pukul|jam|pkl\.?|at)?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(m)?\.?\s*(?:z|wib|wita|wit|utc|gmt)?\s*(?:[+-]\d{2}:?\d{2})?$/i;
const HOUR_ONLY = /^(?:pukul|jam|pkl\.?|at)?\s*(\d{1,2})\s*([ap])\.?m\.?$/i;

/**
 * Reads a time of day (`14:22`, `14.22.05`, `2:22 PM`, `00:00:00Z`) as `HH:MM`; null for no text,
 * undefined where it is no time. Seconds are dropped, a zone is not applied.
 */
export function readTime(text: string): string | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  if (bare.length > LONGEST) return undefined;
  const match = TIME.exec(bare);
  const hourOnly = match === null ? HOUR_ONLY.exec(bare) : null;
  if (hourOnly !== null) return clock(Number(hourOnly[1]), 0, 0, hourOnly[2]);
  if (match === null) return undefined;
  const half = match[5] === undefined ? undefined : match[4];
  if ((match[4] === undefined) !== (match[5] === undefined)) return undefined;
  return clock(Number(match[1]), Number(match[2]), Number(match[3] ?? 0), half);
}

function clock(
  hour: number,
  minute: number,
  second: number,
  half: string | undefined,
): string | undefined {
  let hours = hour;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hours = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hours > 23 || minute > 59 || second > 60) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
