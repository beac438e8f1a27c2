import type { SourceFile } from './source-files.ts';
import { isTypeScript, lineCounter, walk } from './syntax.ts';

const statement = /^\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b(?!:)/;
const owners = ['electron/', 'shared/', 'renderer/'];

/** Transactions begun or ended outside `db/`: there they are opened, and there they are closed whatever happens. */
export function transactionProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => isTypeScript(file) && owners.some((owner) => file.path.startsWith(owner)))
    .flatMap((file) => {
      const problems: string[] = [];
      const lineOf = lineCounter(file.text);
      const look = (text: string, start: number): void => {
        if (statement.test(text))
          problems.push(
            `${file.path}:${lineOf(start)}: "${text.trim()}": only db/ opens and ends transactions.`,
          );
      };
      walk(file, {
        Literal: ({ value, start }) => {
          if (typeof value === 'string') look(value, start);
        },
        TemplateElement: ({ value, start }) => look(value.raw, start),
      });
      return problems;
    });
}
