import type { ImportField } from './fields.ts';
import { headerKey } from './headers.ts';
import type { HeaderMatch } from './synonyms.ts';

/** Synonyms of fields as in `synonyms.ts`, best first. */
export type Synonyms = Readonly<Partial<Record<ImportField, string>>>;
type Part = readonly [RegExp, ImportField];

/** A kind of list with titles of its own: elsewhere the same words name something else. */
export interface ListTitles {
  /** By the whole of a title, as `headerKey` makes it. */
  readonly exact: ReadonlyMap<string, readonly HeaderMatch[]>;
  /** By what a longer title has in it; the first that fits decides. */
  readonly parts: readonly Part[];
  /** A file is such a list only where its titles name one field of each of these. */
  readonly needs: readonly (readonly ImportField[])[];
  /** Whether titles speak of such a list. */
  isMeant(keys: readonly string[]): boolean;
  /** Whether a title belongs to such lists and to no others. */
  isOwn(key: string): boolean;
}

/** A part of a title that says it is a day. */
export const DAY = '(?:tgl|tanggal|date|waktu|on)';

/** Every synonym by its key, each weighed by its place among those of its field. */
export function exactMatches(synonyms: Synonyms): ListTitles['exact'] {
  const all = Object.entries(synonyms).flatMap(([field, list]) => {
    const words = list.split('|');
    return words.map((text, index) => ({
      key: headerKey(text),
      field: field as ImportField,
      weight: 1 - (0.5 * index) / words.length,
      exact: true,
    }));
  });
  return Map.groupBy(all, (each) => each.key);
}

/** Every field of such a list that a title may name, best first. */
export function matchInList({ exact, parts }: ListTitles, key: string): readonly HeaderMatch[] {
  const found = exact.get(key);
  if (found !== undefined) return found.toSorted((a, b) => b.weight - a.weight);
  const part = parts.find(([pattern]) => pattern.test(key));
  return part === undefined ? [] : [{ field: part[1], weight: 0.55, exact: false }];
}
