import type { Node } from 'typescript/unstable/ast';
import type { Declared } from './declared.ts';

/** What a place uses of Electron, and what it asks of it in vain. */
export interface Found {
  readonly declared: readonly Declared[];
  readonly undeclared: readonly string[];
}

export const nothing: Found = { declared: [], undeclared: [] };

/** All that was found in several places. */
export function together(found: readonly Found[]): Found {
  return {
    declared: found.flatMap((one) => one.declared),
    undeclared: found.flatMap((one) => one.undeclared),
  };
}

/** Every node at or below `top` for which `is` holds, in the order of the text. */
export function nodesOf<T extends Node>(top: Node, is: (node: Node) => node is T): readonly T[] {
  const found: T[] = [];
  const visit = (node: Node): void => {
    if (is(node)) found.push(node);
    node.forEachChild(visit);
  };
  visit(top);
  return found;
}
