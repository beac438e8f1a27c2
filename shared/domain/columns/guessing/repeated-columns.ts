/** One title may come twice by chance; two in a row are another item, or somebody else, in the same row. */
const LEAST = 2;

function matches(keys: readonly string[], from: number, at: number): number {
  let length = 0;
  while (
    from + length < at &&
    keys[from + length] !== '' &&
    keys[from + length] === keys[at + length]
  ) {
    length++;
  }
  return length;
}

/**
 * Columns whose titles (as `headerKey` makes them) repeat, in the same order, those of columns before:
 * one list for each time. `Item 1`, `Harga 1`, `Item 2`, `Harga 2` differ in nothing but their numbers.
 */
export function repeatedColumns(keys: readonly string[]): number[][] {
  const groups: number[][] = [];
  const firsts = new Map<string, number>();
  keys.forEach((key, at) => {
    if (!firsts.has(key)) firsts.set(key, at);
  });
  let at = 1;
  while (at < keys.length) {
    const from = firsts.get(keys[at] ?? '') ?? at;
    const length = from < at ? matches(keys, from, at) : 0;
    if (length < LEAST) {
      at++;
      continue;
    }
    groups.push(Array.from({ length }, (_, index) => at + index));
    at += length;
  }
  return groups;
}
