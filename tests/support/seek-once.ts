import { seekElectron } from '#build/engine/electron.ts';
import { Memory } from '#build/engine/memory.ts';

/** Looks for Electron in a package of the test's own, as a process that can be interrupted. */
const [folder = '', memory = ''] = process.argv.slice(2);
const say = (line: string): boolean => process.stderr.write(`${line}\n`);
await seekElectron({ folder, memory: new Memory(memory), isForced: true, say });
