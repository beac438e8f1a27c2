import { parseSync, Visitor, type VisitorObject } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

/** Walks a TypeScript file's syntax tree. */
export function walk({ path, text }: SourceFile, visitor: VisitorObject): void {
  new Visitor(visitor).visit(parseSync(path, text).program);
}

/** Files of TypeScript among the sources. */
export function isTypeScript({ path }: SourceFile): boolean {
  return /\.(ts|tsx|mts)$/.test(path);
}

/** Tells the line, from 1, that an offset lies in. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
