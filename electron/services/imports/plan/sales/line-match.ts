import type { KnownLine, PendingLine } from './slot.ts';

export type LineMatch =
  | { readonly kind: 'same'; readonly pending: PendingLine; readonly known: KnownLine }
  | { readonly kind: 'changed'; readonly pending: PendingLine; readonly known: KnownLine }
  | { readonly kind: 'new'; readonly pending: PendingLine };

function fullKey(line: Omit<PendingLine, 'outcome' | 'status'>): string {
  const { productId, quantityE4, unitPriceE4, discountMinor, amountMinor } = line;
  return `${productId}|${quantityE4}|${unitPriceE4}|${discountMinor}|${amountMinor}`;
}

function take(groups: Map<string, KnownLine[]>, key: string): KnownLine | undefined {
  const group = groups.get(key);
  const line = group?.shift();
  if (group?.length === 0) groups.delete(key);
  return line;
}

/**
 * Matches a file's lines of one sale with those that are there: equal ones first, then the same
 * product in order (changed), the rest is new. Lines that the file does not name stay as they are.
 * `elsewhere`: lines of another sale that goes by the same key, which are only ever found as they are.
 */
export function matchLines(
  known: readonly KnownLine[],
  pending: readonly PendingLine[],
  elsewhere: readonly KnownLine[] = [],
): LineMatch[] {
  const used = new Set<KnownLine>();
  const matches = new Map<PendingLine, LineMatch>();
  for (const lines of [known, elsewhere]) {
    const equal = Map.groupBy(lines, fullKey);
    for (const line of pending) {
      const same = matches.has(line) ? undefined : take(equal, fullKey(line));
      if (same === undefined) continue;
      used.add(same);
      matches.set(line, { kind: 'same', pending: line, known: same });
    }
  }
  if (matches.size < pending.length) {
    const left = Map.groupBy(
      known.filter((line) => !used.has(line)),
      (line) => String(line.productId),
    );
    for (const line of pending) {
      if (matches.has(line)) continue;
      const other = take(left, String(line.productId));
      matches.set(
        line,
        other === undefined
          ? { kind: 'new', pending: line }
          : { kind: 'changed', pending: line, known: other },
      );
    }
  }
  return pending.flatMap((line) => matches.get(line) ?? []);
}
