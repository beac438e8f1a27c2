import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { cheapKeys } from '#build/cheap-keys.ts';
import { root } from '#build/engine.ts';
import { type ProcessName, processScript, processSources } from './process-script.ts';

const cache = join(root, 'node_modules', '.cache', 'langgan', 'test-processes');

/** Every file still says where its source is. */
const sourcePlaces: Plugin = {
  name: 'source-places',
  transform: (code, id) => {
    if (id.includes('node_modules') || !code.includes('import.meta.')) return null;
    const url = pathToFileURL(id).href;
    const placed = code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(url));
    return { code: placed, map: null };
  },
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A run leaves its folder to the next one: a process of its last test may still be starting. */
function sweep(): void {
  for (const name of readdirSync(cache))
    if (!isAlive(Number(name.split('-')[0])))
      rmSync(join(cache, name), { recursive: true, force: true });
}

/**
 * Builds, once a run, what tests start as processes of their own. There are thousands of them, and from
 * the sources each would find, strip and compile some four hundred files anew: more than a second, where
 * what is built is there in a fifth of one.
 */
export async function setup(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  sweep();
  const folder = mkdtempSync(join(cache, `${process.pid}-`));
  const names = Object.keys(processSources) as ProcessName[];
  await build({
    ...{ root, configFile: false, logLevel: 'warn', plugins: [cheapKeys, sourcePlaces] },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ...{ ssr: true, outDir: folder, minify: false, target: 'node24' },
      rollupOptions: {
        input: Object.fromEntries(names.map((n) => [n, join(root, processSources[n])])),
      },
    },
  });
  process.env['LANGGAN_TEST_PROCESSES'] = folder;
  process.env['LANGGAN_TASK_SCRIPT'] = processScript('task-process');
}
