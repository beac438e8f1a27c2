import type { SourceFile } from './source-files.ts';
import { isTypeScript, lineCounter, walk } from './syntax.ts';

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

function problemsOf(file: SourceFile): readonly string[] {
  const problems: string[] = [];
  const lineOf = lineCounter(file.text);
  const isTest = file.path.startsWith('tests/');
  const names = new Map<number, string>();
  const nameIt = (key: Named | null, value: { start: number } | null): void => {
    if (value !== null && key?.name !== undefined) names.set(value.start, String(key.name));
  };
  const look = (node: Shape): void => {
    const name = names.get(node.start) ?? null;
    const from = lineOf(node.start);
    const lines = lineOf(node.end) - from + 1;
    const what = `${file.path}:${from}: ${name ?? 'a function'}`;
    // A suite is one function, a recount one query: the length of their file bounds those.
    if (lines > longest && !isTest)
      problems.push(`${what} has ${lines} lines, at most ${longest}: name its parts.`);
    // A table of cases hands each row over in a row.
    const count = isTest && name === null ? 0 : node.params.length;
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
      look(node);
    },
    FunctionExpression: look,
    ArrowFunctionExpression: look,
  });
  return problems;
}

/** Functions over 50 lines, and ones that take five or more values in a row, where two are easily swapped. */
export function functionProblems(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isTypeScript).flatMap(problemsOf);
}
