import { join } from 'node:path';
import { hasDisplay } from './chromium-host/page/find-chromium.ts';
import { doubtElectron, seekElectron } from './engine/electron.ts';
import { seekChromium } from './engine/host.ts';
import { Memory } from './engine/memory.ts';
import { withoutMisleading } from './engine/surroundings.ts';

export const root = join(import.meta.dirname, '..');
const electronFolder = join(root, 'node_modules', 'electron');
const memory = new Memory(join(root, 'node_modules', '.cache', 'langgan', 'engine'));

export interface Electron {
  readonly name: 'electron';
  readonly program: string;
  /** What it must be told before it starts here. */
  readonly flags: readonly string[];
}

export interface Host {
  readonly name: 'host';
  /** The browser. */
  readonly program: string;
  readonly isHeadless: boolean;
  /** Why it is not Electron, as the end of a sentence that begins with "because". */
  readonly why: string;
}

/** What the app runs in. */
export type Engine = Electron | Host;

function readWish(): Engine['name'] | null {
  const wish = process.env.LANGGAN_ENGINE ?? '';
  if (wish === '') return null;
  if (wish === 'electron' || wish === 'host') return wish;
  throw new Error(`LANGGAN_ENGINE is "${wish}": it can be electron or host, or left out.`);
}

/**
 * Electron when it is there or can be fetched, and starts here; else the Chromium host, for which
 * Chromium is installed where that is possible. `LANGGAN_ENGINE` forces one of them. Throws a sentence
 * that says what is missing.
 */
export async function chooseEngine(say: (line: string) => void): Promise<Engine> {
  const wish = readWish();
  if (wish === 'host') {
    const why = 'LANGGAN_ENGINE asks for it';
    return { name: 'host', program: seekChromium(why, say), isHeadless: !hasDisplay(), why };
  }
  const isForced = wish === 'electron';
  const answer = await seekElectron({ folder: electronFolder, memory, isForced, say });
  if ('name' in answer) return answer;
  const { why, hasNoDisplay } = answer;
  if (isForced) throw new Error(`LANGGAN_ENGINE asks for Electron, which cannot be had: ${why}.`);
  const isHeadless = hasNoDisplay || !hasDisplay();
  return { name: 'host', program: seekChromium(why, say), isHeadless, why };
}

/** One sentence for the reader of the output: which engine it is, and why. */
export function describeEngine(engine: Engine): string {
  if (engine.name === 'host') {
    const where = `the Chromium host with ${engine.program}${engine.isHeadless ? ', headless,' : ''}`;
    return `Running in ${where} because ${engine.why}.`;
  }
  const sandbox = engine.flags.includes('--no-sandbox')
    ? ', without its sandbox because this is root'
    : '';
  return `Running in Electron (${engine.program})${sandbox}.`;
}

/** The environment of everything that is to run in this engine, and no other. */
export function engineEnvironment(engine: Engine): NodeJS.ProcessEnv {
  const isHeadless = engine.name === 'host' && engine.isHeadless;
  return { ...withoutMisleading(isHeadless), LANGGAN_ENGINE: engine.name };
}

/** To be called when the engine did not end well: what was found out about it is asked anew. */
export function doubtEngine(engine: Engine): void {
  if (engine.name === 'electron') doubtElectron(engine, memory);
}
