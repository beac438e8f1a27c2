import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '#build/engine.ts';

it('the bench of an import runs to its end and tells what it measured', () => {
  const script = join(root, 'build', 'commands', 'bench.ts');
  const asked = ['--only', 'import', '--lines', '60', '--rounds', '1', '--json'];
  const done = spawnSync(
    process.execPath,
    ['--experimental-import-meta-resolve', script, ...asked],
    { encoding: 'utf8' },
  );
  expect(done.status, done.stderr).toBe(0);
  const measures = JSON.parse(done.stdout) as { name: string; figures: { added: number } }[];
  // A processor's time is told beside it, where the system says it and it is more than nothing.
  const names = measures.map(({ name }) => name.replace(/, processor$/, ''));
  expect(new Set(names)).toEqual(new Set(['import CSV', 'import XLSX']));
  for (const { name, figures } of measures) expect(figures.added, name).toBe(60);
});
