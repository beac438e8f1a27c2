import { runChecks } from '../checks/check.ts';
import { root } from '../engine.ts';

const { failed } = await runChecks(root, (line) => process.stdout.write(`${line}\n`));
process.exitCode = failed === 0 ? 0 : 1;
