import type { SourceFile } from './source-files.ts';
import { isTypeScript, lineCounter, walk } from './syntax.ts';

/** A script that is put into a page as text must stand alone: there the functions inside are measured. */
const standsAlone = 'build/chromium-host/page/';
const longest = 50;
const mostParameters = 4;

interface Shape {
  readonly start: number;
  readonly end: number;
  readonly params: readonly unknown[];
}

/** What a name may hang on: an identifier has one, a computed key has not. */
interface Named {
  readonly name?: unknown;
}

/** The lines of the outermost of the functions inside one, which are looked at by themselves. */
function linesInside(outer: Shape, all: readonly Shape[], lineOf: (at: number) => number): number {
  const inner = all.filter(({ start, end }) => start > outer.start && end <= outer.end);
  return inner
    .filter((one) => !inner.some((other) => other.start < one.start && other.end >= one.end))
    .reduce((lines, { start, end }) => lines + lineOf(end) - lineOf(start), 0);
}

function isUsed(parameter: unknown): boolean {
  return !String((parameter as Named).name ?? '').startsWith('_');
}

function problemsOf(file: SourceFile): readonly string[] {
  const problems: string[] = [];
  const lineOf = lineCounter(file.text);
  const isTest = file.path.startsWith('tests/');
  const names = new Map<number, string>();
  const nameIt = (key: Named | null, value: { start: number } | null): void => {
    if (value !== null && key?.name !== undefined) names.set(value.start, String(key.name));
  };
  const shapes: Shape[] = [];
  const look = (node: Shape): void => {
    const name = names.get(node.start) ?? null;
    const from = lineOf(node.start);
    const inside = file.path.startsWith(standsAlone) ? linesInside(node, shapes, lineOf) : 0;
    const lines = lineOf(node.end) - from + 1 - inside;
    const what = `${file.path}:${from}: ${name ?? 'a function'}`;
    // A suite is one function, a recount one query: the length of their file bounds those.
    if (lines > longest && !isTest)
      problems.push(`${what} has ${lines} lines, at most ${longest}: name its parts.`);
    // A table of cases hands each row over in a row.
    const count = isTest && name === null ? 0 : node.params.filter(isUsed).length;
    if (count > mostParameters)
      problems.push(
        `${what} takes ${count} values in a row, at most ${mostParameters}: pass one object with named fields.`,
      );
  };
  walk(file, {
    VariableDeclarator: ({ id, init }) => nameIt(id as Named, init),
    MethodDefinition: ({ key, value }) => nameIt(key as Named, value),
    Property: ({ key, value }) => nameIt(key as Named, value),
    FunctionDeclaration: (node) => {
      nameIt(node.id as Named, node);
      shapes.push(node);
    },
    FunctionExpression: (node) => shapes.push(node),
    ArrowFunctionExpression: (node) => shapes.push(node),
  });
  for (const shape of shapes) look(shape);
  return problems;
}

/** Functions over 50 lines, and ones that take five or more values in a row, where two are easily swapped. */
export function functionProblems(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isTypeScript).flatMap(problemsOf);
}
