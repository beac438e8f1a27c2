import { join } from 'node:path';
import { generateSampleShop } from '#electron/services/sample/generate/sample-shop.ts';
import { writeSampleFiles } from '#electron/services/sample/write-files.ts';
import { root } from '../engine.ts';

/** The day that the files in `build/sample-data` end on; the same day and seed give the same bytes. */
const today = '2026-06-30';
const folder = join(root, 'build', 'sample-data');

const { files } = generateSampleShop({ seed: 1, today, language: 'id' });
for (const path of await writeSampleFiles(files, folder)) process.stderr.write(`${path}\n`);
