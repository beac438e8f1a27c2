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

interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** The code of somebody, under every name that the files of one draft have for it. */
export function callings(identifier: Identifier | null, also: string | null): Identifier[] {
  if (identifier === null) return [];
  return also === null ? [identifier] : [identifier, { ...identifier, scheme: also }];
}

export function idKey(identifier: { scheme: string; value: string }): string {
  return `id:${identifier.scheme}\u0000${identifier.value}`;
}
