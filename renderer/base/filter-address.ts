import type { z } from 'zod';
import type { Address } from './routes.ts';

type Shape = Readonly<Record<string, z.ZodType>>;
type FilterOf<S extends Shape> = { [K in keyof S]: z.output<S[K]> };

/** A list whose filter stands in the query of its address. */
export interface FilterAddress<F extends object> {
  /** With nothing left out. */
  readonly all: F;
  /** The address that opens the rows a filter leaves; what is not given is left out. */
  showing(part: Partial<F>): Address;
  /** The filter an address asks for. What it does not know, or cannot be, filters nothing. */
  read(query: string): F;
}

/** What of a filter's value is written: nothing where it is what the list shows anyway. */
function textsOf(value: unknown, usual: unknown): readonly string[] {
  if (value === undefined || value === null || value === '' || value === usual) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** A text as a value that the field's list can hold: as it is, or the number that it says. */
function elementOf(field: z.ZodType, text: string): unknown[] {
  const found = [text, Number(text)].find((one) => field.safeParse([one]).success);
  return found === undefined ? [] : [found];
}

function readField(field: z.ZodType, given: readonly string[], usual: unknown): unknown {
  const texts = new Set(given.filter((one) => one !== ''));
  const [text] = texts;
  if (text === undefined) return usual;
  const read = Array.isArray(usual)
    ? field.safeParse([...texts].flatMap((one) => elementOf(field, one)))
    : [text, Number(text)].map((one) => field.safeParse(one)).find(({ success }) => success);
  return read?.success === true ? read.data : usual;
}

/**
 * The addresses of one list: `/complaints?cause=…&states=new&states=closed`. The query's names are the
 * filter's own, and every field of it has a default: what the list shows when the address says nothing.
 */
export function filterAddress<S extends Shape>(
  path: Address,
  shape: S,
): FilterAddress<FilterOf<S>> {
  const fields = Object.entries(shape);
  const all = Object.fromEntries(fields.map(([key, field]) => [key, field.parse(undefined)]));
  return {
    all: all as FilterOf<S>,
    showing: (part) => {
      const query = new URLSearchParams();
      for (const [key] of fields)
        for (const text of textsOf(part[key], all[key])) query.append(key, text);
      const text = query.toString();
      return text === '' ? path : `${path}?${text}`;
    },
    read: (query) => {
      const given = new URLSearchParams(query);
      const read = fields.map(([key, field]) => [
        key,
        readField(field, given.getAll(key), all[key]),
      ]);
      return Object.fromEntries(read) as FilterOf<S>;
    },
  };
}
