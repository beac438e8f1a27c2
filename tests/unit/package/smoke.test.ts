import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runSmoke } from '#build/package/smoke.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const pageStart = 'app://langgan/';

test('a program that ends at once has not passed, whatever it ends with', async () => {
  const program = join(tempFolder(), 'ends.mjs');
  for (const code of [0, 7]) {
    writeFileSync(program, `process.exit(${code});`);
    const run = runSmoke({ command: [process.execPath, program], pageStart });
    await expect(run).rejects.toThrow(`it ended with ${code} at once`);
  }
});

test('a program that is not there has not passed', async () => {
  const run = runSmoke({ command: [join(tempFolder(), 'nothing')], pageStart });
  await expect(run).rejects.toThrow('ENOENT');
});
