import * as fc from 'fast-check';

const oddities: readonly unknown[] = [
  ...[null, undefined, true, '', ' ', '\0', '0', '__proto__', 'constructor', '../../etc', '‮'],
  ...['0000-00-00', '0001-01-01', '9999-12-31', '10000-01-01', '2026-02-30', '-2026-01-01'],
  ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-06-15T03:00:00+14:00', '24:00'],
  ...[-1, 0, -0, 0.1, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, 1e15, 1e308, -1e308],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 10n ** 30n],
  ...[[], {}, [[[]]], [null], { length: 9 }, new Date(Number.NaN), new Map([[1, 2]])],
  ...['x'.repeat(100_000), '"'.repeat(2000), "'; DROP TABLE customers; --", '(('.repeat(500)],
];

const oddity = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true }) },
);

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => pathsOf(below, [...path, key]))];
}

/** The value with what stands at `path` replaced. */
function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (typeof value !== 'object' || value === null) return { [key]: by };
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const below = (value as Record<string, unknown>)[key];
  return Object.assign(copy, { [key]: replaced(below, rest, by) });
}

/** Inputs that were right but for one thing: a part of them is something else, or one is too many. */
export function spoiled(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(right, fc.nat(), oddity, fc.boolean()).map(([value, at, by, isAdded]) => {
    const paths = pathsOf(value);
    const path = paths[at % paths.length] ?? [];
    return isAdded && at % 7 === 0
      ? replaced(value, [...path, 'more'], by)
      : replaced(value, path, by);
  });
}

/** Anything that can come through a channel at all. */
export const anything: fc.Arbitrary<unknown> = oddity;
