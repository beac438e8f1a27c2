import type { PointKey } from './row.ts';

/** Phones are the stronger key. */
export function sortedKeys(points: readonly PointKey[]): readonly PointKey[] {
  return points.length < 2
    ? points
    : [...points].sort((a, b) => Number(a.kind === 'email') - Number(b.kind === 'email'));
}

export function keyOf(point: PointKey): string {
  return `${point.kind}:${point.matchKey}`;
}

export function idKey(identifier: { scheme: string; value: string }): string {
  return `id:${identifier.scheme}\u0000${identifier.value}`;
}
