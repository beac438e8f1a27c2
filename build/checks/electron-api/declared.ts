import {
  isClassDeclaration,
  isInterfaceDeclaration,
  isLiteralTypeNode,
  isTypeAliasDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import type { NodeHandle } from 'typescript/unstable/sync';

/** A member, option, event or class as Electron's own types declare it. */
export interface Declared {
  /** `App.getPath`, `App.on('second-instance')`, `WebPreferences.sandbox`, `Notification`. */
  readonly name: string;
  /** What is listened for, where it is that. */
  readonly event: string | null;
  /** The systems it is limited to, as Node names them and sorted; null where it is on all. */
  readonly platforms: readonly string[] | null;
  readonly isDeprecated: boolean;
}

const listeners = new Set(['on', 'once', 'off', 'addListener', 'removeListener']);

/** True for what comes from electron.d.ts. */
export function isElectrons(declaration: NodeHandle | undefined): declaration is NodeHandle {
  return declaration?.path.endsWith('/electron/electron.d.ts') === true;
}

function textOf(node: Node | undefined): string {
  return node?.getText().replaceAll(/['"]/g, '') ?? '';
}

function nameOf(node: Node): string {
  return textOf((node as { name?: Node }).name);
}

/** The interface, class or named type a declaration stands in; empty at the top. */
function ownerOf(node: Node): string {
  for (let up = node.parent; up !== undefined; up = up.parent) {
    if (isInterfaceDeclaration(up) || isClassDeclaration(up) || isTypeAliasDeclaration(up)) {
      return nameOf(up);
    }
  }
  return '';
}

/** The event of an overload like `on(event: 'second-instance', …)`, or null. */
function eventOf(node: Node): string | null {
  const [first] = (node as { parameters?: readonly { type?: Node }[] }).parameters ?? [];
  return first?.type !== undefined && isLiteralTypeNode(first.type) ? textOf(first.type) : null;
}

/** Reads one declaration of electron.d.ts. All ways to listen to an event are one name. */
export function readDeclared(declaration: NodeHandle): Declared {
  const node = declaration.resolve();
  if (node === undefined) throw new Error(`electron.d.ts changed while it was read`);
  const name = nameOf(node);
  const event = listeners.has(name) ? eventOf(node) : null;
  const owner = ownerOf(node);
  const member = event === null ? name : `on('${event}')`;
  const comment = node.jsDoc?.map((one) => one.getText()).join('\n') ?? '';
  const [, systems] = /@platform ([\w,]+)/.exec(comment) ?? [];
  return {
    name: owner === '' ? member : `${owner}.${member}`,
    event,
    platforms: systems === undefined ? null : systems.split(',').sort(),
    isDeprecated: /@deprecated/.test(comment),
  };
}
