import {
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isStringLiteral,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast';
import {
  type Checker,
  type Symbol as Named,
  type Project,
  SymbolFlags,
  type Type,
} from 'typescript/unstable/sync';
import { isElectrons, readDeclared } from './declared.ts';
import { type Found, nodesOf, nothing, together } from './nodes.ts';

/** The name of a type of Electron's, also behind `Pick<…>` and the like; null for any other. */
export function electronTypeName(type: Type | undefined): string | null {
  const symbol = type?.getSymbol();
  if (isElectrons(symbol?.declarations[0])) return symbol?.name ?? null;
  const [picked] = type?.getAliasTypeArguments() ?? [];
  return picked === undefined ? null : electronTypeName(picked);
}

function nameIn(node: Node): string {
  return isIdentifier(node) || isStringLiteral(node) ? node.text : node.getText();
}

/**
 * `on` and its like have one declaration for each event: the call says which one is meant, and that
 * it is one of Node's where both have them, as on `process`. Null where nothing is called.
 */
function readCalled(checker: Checker, name: Node): Found | null {
  const call = name.parent.parent;
  if (!isCallExpression(call) || call.expression !== name.parent) return null;
  const declaration = checker.getResolvedSignature(call)?.declaration;
  if (!isElectrons(declaration)) return nothing;
  const declared = readDeclared(declaration);
  const [event] = call.arguments;
  const isAnother =
    declared.event !== null &&
    event !== undefined &&
    isStringLiteral(event) &&
    event.text !== declared.event;
  if (!isAnother) return { declared: [declared], undeclared: [] };
  // Where no declaration fits, the compiler answers with any of them.
  return {
    declared: [],
    undeclared: [declared.name.replace(`'${declared.event}'`, `'${event.text}'`)],
  };
}

function readNamed(checker: Checker, name: Node, symbol: Named): Found {
  const isImported = (symbol.flags & SymbolFlags.Alias) !== 0;
  const named = isImported ? checker.getAliasedSymbol(symbol) : symbol;
  const [first, ...others] = named.declarations.filter(isElectrons);
  if (first === undefined) return nothing;
  const declared = readDeclared(first);
  if (others.length === 0) return { declared: [declared], undeclared: [] };
  const inGeneral: Found = { declared: [{ ...declared, platforms: null }], undeclared: [] };
  return readCalled(checker, name) ?? inGeneral;
}

/** A name that means nothing on a thing of Electron's. */
function readUnnamed(checker: Checker, name: Node): Found {
  const { parent } = name;
  const isMember = isPropertyAccessExpression(parent) && parent.name === name;
  if (!isMember && !isElementAccessExpression(parent)) return nothing;
  const owner = electronTypeName(checker.getTypeAtLocation(parent.expression));
  if (owner === null) return nothing;
  return { declared: [], undeclared: [`${owner}.${nameIn(name)}`] };
}

function findTakenApart(checker: Checker, file: SourceFile): Found {
  const declared = nodesOf(file, isObjectBindingPattern).flatMap((pattern) => {
    const type = checker.getTypeAtLocation(pattern);
    if (type === undefined) return [];
    return pattern.elements.flatMap((element) => {
      const name = (element.propertyName ?? element.name)?.getText() ?? '';
      const [declaration] = checker.getPropertyOfType(type, name)?.declarations ?? [];
      return isElectrons(declaration) ? [readDeclared(declaration)] : [];
    });
  });
  return { declared, undeclared: [] };
}

/** The members, events and classes of Electron that a file names. */
export function findMembers({ checker }: Project, file: SourceFile): Found {
  const keys = nodesOf(file, isElementAccessExpression).map((one) => one.argumentExpression);
  const names: readonly Node[] = [
    ...nodesOf(file, isIdentifier),
    ...keys.filter((key) => key !== undefined && isStringLiteral(key)),
  ];
  const symbols = checker.getSymbolAtLocation(names);
  const found = names.map((name, index) => {
    const symbol = symbols[index];
    return symbol === undefined ? readUnnamed(checker, name) : readNamed(checker, name, symbol);
  });
  return together([...found, findTakenApart(checker, file)]);
}
