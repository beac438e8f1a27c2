import type { SourceFile } from './source-files.ts';
import { isTypeScript, lineCounter, walk } from './syntax.ts';

const longest = 50;
const mostParameters = 4;

interface Shape {
  readonly start: number;
  readonly end: number;
  readonly params: readonly unknown[];
}

/** `describe` and `test` take a whole suite as a function: a file's length bounds those. */
function isSuite(path: string, name: string | null): boolean {
  return path.startsWith('tests/') && name === null;
}

function problemsOf(file: SourceFile): readonly string[] {
  const problems: string[] = [];
  const lineOf = lineCounter(file.text);
  const names = new Map<number, string>();
  const look = (node: Shape): void => {
    const name = names.get(node.start) ?? null;
    const from = lineOf(node.start);
    const lines = lineOf(node.end) - from + 1;
    const what = `${file.path}:${from}: ${name ?? 'a function'}`;
    if (lines > longest && !isSuite(file.path, name))
      problems.push(`${what} has ${lines} lines, at most ${longest}: name its parts.`);
    const count = node.params.length;
    if (count > mostParameters)
      problems.push(
        `${what} takes ${count} values in a row, at most ${mostParameters}: pass one object with named fields.`,
      );
  };
  walk(file, {
    VariableDeclarator: ({ id, init }) => {
      if (init !== null && id.type === 'Identifier') names.set(init.start, id.name);
    },
    MethodDefinition: ({ key, value }) => {
      if ('name' in key) names.set(value.start, String(key.name));
    },
    Property: ({ key, value }) => {
      if ('name' in key) names.set(value.start, String(key.name));
    },
    FunctionDeclaration: (node) => {
      names.set(node.start, node.id?.name ?? 'a function');
      look({ ...node, params: node.params });
    },
    FunctionExpression: (node) => look({ ...node, params: node.params }),
    ArrowFunctionExpression: (node) => look({ ...node, params: node.params }),
  });
  return problems;
}

/** Functions over 50 lines, and ones that take five or more values in a row, where two are easily swapped. */
export function functionProblems(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isTypeScript).flatMap(problemsOf);
}
