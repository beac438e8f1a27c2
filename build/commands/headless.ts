import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runHeadless } from '../headless.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) {
  process.stderr.write('npm run --silent headless -- --data DIR < lines.jsonl\n');
  process.exit(2);
}
const code = await runHeadless({
  dataFolder: resolve(values.data),
  input: process.stdin,
  write: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
});
process.exit(code);
