import type { SourceFile } from './source-files.ts';

const longest = 300;
const longestTest = 500;

/** Files over 300 lines (tests over 500): one of them holds two things. */
export function lengthProblems(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const limit = path.startsWith('tests/') ? longestTest : longest;
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return lines > limit ? [`${path}: ${lines} lines, at most ${limit}: split it in two.`] : [];
  });
}
