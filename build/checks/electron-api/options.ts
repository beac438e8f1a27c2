import {
  type Expression,
  isExpression,
  isObjectLiteralExpression,
  isStringLiteral,
  type SourceFile,
} from 'typescript/unstable/ast';
import {
  type Checker,
  type Symbol as Named,
  type Project,
  SymbolFlags,
  type Type,
} from 'typescript/unstable/sync';
import { type Declared, isElectrons, readDeclared } from './declared.ts';
import { limitedValues } from './limited-values.ts';
import { electronTypeName } from './members.ts';
import { type Found, nodesOf, nothing, together } from './nodes.ts';

function partsOf(type: Type | undefined): readonly Type[] {
  if (type === undefined) return [];
  return type.isUnionType() ? (type.getTypes() ?? []) : [type];
}

/** The words given to an option that takes only some, as uses of their own: `…role=undo`. */
function valuesOf(given: Named, option: Named, declared: Declared): readonly Declared[] {
  const allowed = option.valueDeclaration?.resolve()?.getText() ?? '';
  const written = given.valueDeclaration?.resolve();
  if (written === undefined) return [];
  return nodesOf(written, isStringLiteral)
    .filter(({ text }) => allowed.includes(`'${text}'`))
    .map(({ text }) => {
      const name = `${declared.name}=${text}`;
      return { name, event: null, platforms: limitedValues.get(name) ?? null, isDeprecated: false };
    });
}

function compare(
  checker: Checker,
  given: Type,
  wanted: readonly Type[],
  isWritten: boolean,
): Found {
  const declared: Declared[] = [];
  const undeclared: string[] = [];
  for (const property of checker.getPropertiesOfType(given)) {
    // Spread from an object of Electron's kind: it may be there, nobody of ours has said so.
    if (isElectrons(property.declarations[0])) continue;
    const options = wanted.flatMap((type) => checker.getPropertyOfType(type, property.name) ?? []);
    for (const option of options) {
      const [declaration] = option.declarations;
      if (!isElectrons(declaration)) continue;
      const one = readDeclared(declaration);
      declared.push(one, ...valuesOf(property, option, one));
    }
    if (options.length === 0 && isWritten) {
      undeclared.push(`${electronTypeName(wanted[0])}.${property.name}`);
    }
  }
  return { declared, undeclared };
}

function isClass(type: Type): boolean {
  return ((type.getSymbol()?.flags ?? 0) & SymbolFlags.Class) !== 0;
}

/** What of `given` is an option where an object of Electron's own kind is wanted. */
function optionsIn(checker: Checker, expression: Expression, given: Type): Found {
  // A class is wanted beside its options where a menu takes either: nobody writes one as an object.
  const wanted = partsOf(checker.getContextualType(expression)).filter(
    (one) => one.isObjectType() && !isClass(one),
  );
  if (wanted.length === 0 || wanted.some((one) => electronTypeName(one) === null)) return nothing;
  return compare(checker, given, wanted, isObjectLiteralExpression(expression));
}

/** The options that a file hands to Electron, however the object came about. */
export function findOptions({ checker }: Project, file: SourceFile): Found {
  const expressions = nodesOf(file, isExpression);
  const types = checker.getTypeAtLocation(expressions);
  const found = expressions.map((expression, index) => {
    const given = types[index];
    const isOurs = given?.isObjectType() === true && electronTypeName(given) === null;
    return isOurs ? optionsIn(checker, expression, given) : nothing;
  });
  return together(found);
}
