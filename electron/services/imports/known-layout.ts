import type { RawHandle } from '#db/file/client.ts';
import { findLayout, recentLayouts } from '#db/queries/imports/layouts.ts';
import { type LayoutChoices, layoutKey } from './layout-choices.ts';

/** Layouts that a file is compared with, the newest first. */
const COMPARED = 200;
/** Of a layout's titles, and of the file's, at least this share is in both. */
const ALIKE = 0.7;

function titleKeys(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const title = header.normalize('NFKC').trim().toLowerCase();
    if (title === '') return '';
    const time = (times.get(title) ?? 0) + 1;
    times.set(title, time);
    // The second `Telepon` of a file is the second of the layout.
    return `${title}\u001f${time}`;
  });
}

/** What is remembered beside the columns, for a file in which they stand elsewhere. */
function rulesAt(
  { headers = [], steps = [], asks = [], existing }: LayoutChoices,
  places: readonly number[],
) {
  const moved = steps.flatMap(({ step, memory }) => {
    const column = step.column === null ? null : places.indexOf(step.column);
    return column === -1 ? [] : [{ step: { ...step, column } as typeof step, memory }];
  });
  const missing = steps
    .filter(({ step: { column } }) => column !== null && !places.includes(column))
    .map((each) => ({ ...each, header: headers[each.step.column ?? -1] ?? '' }));
  return {
    steps: moved,
    missing,
    asks: asks.map((column) => places.indexOf(column)).filter((column) => column >= 0),
    ...(existing === undefined ? {} : { existing }),
  };
}

/** A layout's choices for the columns of a file that has most of its titles; null: it has not. */
function fitted(layout: LayoutChoices, headers: readonly string[]): LayoutChoices | null {
  const own = titleKeys(layout.headers ?? []);
  const keys = titleKeys(headers);
  const filled = (all: readonly string[]) => all.filter((key) => key !== '').length;
  const places = keys.map((key) => (key === '' ? -1 : own.indexOf(key)));
  const common = places.filter((place) => place >= 0).length;
  if (common < 2 || common < ALIKE * Math.max(filled(own), filled(keys))) return null;
  const readings = Object.fromEntries(
    places.flatMap((place, index) => {
      const reading = place < 0 ? undefined : layout.readings[String(place)];
      return reading === undefined ? [] : [[String(index), reading] as const];
    }),
  );
  const fields = places.map((place) => layout.fields[place] ?? '');
  return { headers, fields, readings, ...rulesAt(layout, places) };
}

function common(layout: LayoutChoices): number {
  return layout.fields.filter((field) => field !== '').length;
}

/**
 * What was chosen for files like this one: of the same titles in the same order, else of the layout that
 * shares most titles with it. A column that is new has no field there, and is guessed. A layout that was
 * forgotten is never used, and keeps its own files from being read by another.
 */
export function knownLayout(raw: RawHandle, headers: readonly string[]): LayoutChoices | null {
  const key = layoutKey(headers);
  if (key === null) return null;
  const same = findLayout(raw, key);
  if (same !== null) {
    const own = JSON.parse(same) as LayoutChoices;
    return own.forgottenAt === undefined ? own : null;
  }
  let best: LayoutChoices | null = null;
  for (const text of recentLayouts(raw, COMPARED)) {
    const layout = JSON.parse(text) as LayoutChoices;
    const alike = layout.forgottenAt === undefined ? fitted(layout, headers) : null;
    if (alike !== null && (best === null || common(alike) > common(best))) best = alike;
  }
  return best;
}
