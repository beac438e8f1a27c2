/**
 * What a clock on the shop's wall says, from Intl's own rules of the zones. Instants are UTC ISO
 * (`2026-05-12T03:00:00.000Z`), days `YYYY-MM-DD`, times `HH:MM`.
 */

export const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** A century and more of days; beyond it the cache begins anew. */
const cachedDays = 50_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offset in ms at UTC midnights; a day between two equal ones has that offset all along. */
  readonly midnights: Map<number, number>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone = { format, midnights: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

function measuredOffset(zone: Zone, epochMs: number): number {
  const wall: Record<string, number> = {};
  for (const part of zone.format.formatToParts(epochMs)) wall[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = wall;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000;
}

function midnightOffset(zone: Zone, day: number): number {
  let offset = zone.midnights.get(day);
  if (offset === undefined) {
    offset = measuredOffset(zone, day * dayMs);
    if (zone.midnights.size >= cachedDays) zone.midnights.clear();
    zone.midnights.set(day, offset);
  }
  return offset;
}

/** How far the zone's clock is ahead of UTC at an instant; milliseconds, negative west of Greenwich. */
export function offsetAt(epochMs: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const day = Math.floor(epochMs / dayMs);
  const offset = midnightOffset(zone, day);
  return offset === midnightOffset(zone, day + 1) ? offset : measuredOffset(zone, epochMs);
}

/** The last moment before the clock was moved is `low`, the first after it is the answer. */
function momentOfChange(low: number, high: number, timeZone: string): number {
  const before = offsetAt(low, timeZone);
  let from = low;
  let to = high;
  while (to - from > 1000) {
    const middle = Math.floor((from + to) / 2000) * 1000;
    if (middle <= from) break;
    if (offsetAt(middle, timeZone) === before) from = middle;
    else to = middle;
  }
  return to;
}

/**
 * The instant (ms since 1970) at which the zone's clock shows `wallMs`, which is the same reading
 * taken as UTC. A reading the clock skips is the moment after the gap; one it shows twice, the first.
 */
export function epochOfWall(wallMs: number, timeZone: string): number {
  const before = offsetAt(wallMs - dayMs, timeZone);
  const after = offsetAt(wallMs + dayMs, timeZone);
  const early = wallMs - Math.max(before, after);
  const late = wallMs - Math.min(before, after);
  if (early + offsetAt(early, timeZone) === wallMs) return early;
  if (late + offsetAt(late, timeZone) === wallMs) return late;
  return momentOfChange(wallMs - dayMs, wallMs + dayMs, timeZone);
}

/** What the zone's clock shows at an instant, written as if it were UTC. */
function wallOf(instant: string, timeZone: string): string {
  const epochMs = Date.parse(instant);
  return new Date(epochMs + offsetAt(epochMs, timeZone)).toISOString();
}

/** The day it is in the zone at an instant: `YYYY-MM-DD`. */
export function localDay(instant: string, timeZone: string): string {
  return wallOf(instant, timeZone).slice(0, 10);
}

/** The time of day in the zone at an instant: `HH:MM`, 00:00–23:59. */
export function localTime(instant: string, timeZone: string): string {
  return wallOf(instant, timeZone).slice(11, 16);
}

/**
 * The instant of a local day and time (`24:00` is the next day's midnight). A time the clock skips
 * in spring is the moment after the gap; one it shows twice in autumn is the first.
 */
export function instantOf(day: string, time: string, timeZone: string): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const wallMs = Date.parse(`${day}T00:00:00.000Z`) + minutes * minuteMs;
  return new Date(epochOfWall(wallMs, timeZone)).toISOString();
}

/** The instant that stands for a day of which no time is known. */
export function noonOf(day: string, timeZone: string): string {
  return instantOf(day, '12:00', timeZone);
}
