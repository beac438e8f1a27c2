export const MINUTES_A_DAY = 1440;

/** Minutes of the day of `HH:MM`, 0–1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of minutes of the day; 1440 is `24:00`. */
export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A time as people type it (`8`, `8.30`, `08:30`, `0830`) in minutes of the day; null: it is none. */
export function readTime(text: string): number | null {
  const match = /^(\d{1,2}(?=[.:\s]|$)|\d{2})(?:[.:\s]?([0-5]\d))?$/.exec(text.trim());
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return minutes <= MINUTES_A_DAY ? minutes : null;
}
