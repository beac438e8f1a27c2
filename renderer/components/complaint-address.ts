import { type ComplaintFilter, complaintFilter } from '#shared/contract/complaint-facts.ts';

/** The queue with nothing left out. */
export const ALL_COMPLAINTS: ComplaintFilter = complaintFilter.parse({});

type Key = keyof ComplaintFilter;

const KEYS = Object.keys(complaintFilter.shape) as readonly Key[];
const LISTS: ReadonlySet<Key> = new Set(['states', 'kinds', 'severities', 'flags']);
const NUMBERS: ReadonlySet<Key> = new Set(['productId', 'customerId', 'importId']);

/**
 * The address that opens the rows a filter leaves: `/complaints?cause=…&flags=came-back`. The query's
 * names are the filter's own; lists are joined by commas; what is not given is left out.
 */
export function complaintsAddress(filter: Partial<ComplaintFilter>): string {
  const query = new URLSearchParams();
  for (const key of KEYS) {
    const value = filter[key];
    if (value === undefined || value === null || value === '') continue;
    if (!Array.isArray(value)) query.set(key, String(value));
    else if (value.length > 0) query.set(key, value.join(','));
  }
  const text = query.toString();
  return text === '' ? '/complaints' : `/complaints?${text}`;
}

/** The values of one key that the filter accepts; null: none. */
function readKey(key: Key, text: string): unknown {
  const field = complaintFilter.shape[key];
  if (LISTS.has(key)) {
    return [...new Set(text.split(','))].filter((one) => field.safeParse([one]).success);
  }
  const read = field.safeParse(NUMBERS.has(key) ? Number(text) : text);
  return read.success ? read.data : undefined;
}

/** The filter an address asks for. What it does not know, or cannot be, filters nothing. */
export function readComplaintAddress(query: string): ComplaintFilter {
  const given = new URLSearchParams(query);
  const found: Partial<Record<Key, unknown>> = {};
  for (const key of KEYS) {
    const text = given.get(key);
    const value = text === null ? undefined : readKey(key, text);
    if (value !== undefined) found[key] = value;
  }
  const read = complaintFilter.safeParse(found);
  return read.success ? read.data : ALL_COMPLAINTS;
}

/** Whether two filters leave the same rows. */
export function isSameFilter(one: ComplaintFilter, other: ComplaintFilter): boolean {
  return complaintsAddress(one) === complaintsAddress(other);
}
