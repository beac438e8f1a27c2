import { runChecks } from '../checks/check.ts';
import { root } from '../engine.ts';

const { failures } = await runChecks(root, (line) => process.stdout.write(`${line}\n`));
process.exitCode = failures.length === 0 ? 0 : 1;
