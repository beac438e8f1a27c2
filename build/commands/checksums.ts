import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checksumsName, writeChecksums } from '../package/checksums.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const folder = resolve(positionals[0] ?? 'dist');
try {
  const names = await writeChecksums(folder);
  process.stderr.write(`${checksumsName} in ${folder} says what these are: ${names.join(', ')}.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
