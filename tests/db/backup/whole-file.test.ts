import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeWhole } from '#db/file/whole-file.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

it('two who write one file at once each leave it whole, and nothing beside it', async () => {
  const folder = tempFolder();
  const path = join(folder, 'second-folder.json');
  const texts = { chosen: 'a'.repeat(200_000), filled: 'b'.repeat(300_000) };
  for (let round = 0; round < 40; round += 1) {
    await Promise.all([
      writeWhole(path, texts.chosen, 'chosen'),
      writeWhole(path, texts.filled, 'filled'),
    ]);
    expect(Object.values(texts)).toContain(readFileSync(path, 'utf8'));
  }
  expect(readdirSync(folder)).toEqual(['second-folder.json']);
});
