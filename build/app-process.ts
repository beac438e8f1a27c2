import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Engine, engineEnvironment, root } from './engine.ts';

const mainScript = join(root, 'out', 'main', 'main.js');
// `--import` takes an address: a path of Windows would be read as one with the scheme `c:`.
const hostHook = pathToFileURL(join(root, 'build', 'chromium-host', 'register.ts')).href;

/** The program to start: Electron's own, or Node for the host. */
export function appProgram(engine: Engine): string {
  return engine.name === 'electron' ? engine.program : process.execPath;
}

/** The arguments after the program that start the built app in this engine. */
export function appArguments(engine: Engine, given: readonly string[]): readonly string[] {
  return engine.name === 'electron'
    ? [...engine.flags, root, ...given]
    : ['--import', hostHook, mainScript, ...given];
}

/** The environment of an app nobody looks at: it shows no box that would wait for a click. */
export function unattendedEnvironment(engine: Engine): NodeJS.ProcessEnv {
  return { ...engineEnvironment(engine), LANGGAN_UNATTENDED: '1' };
}
