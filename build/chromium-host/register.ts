import { realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { mainIsRead } from './readiness.ts';

const standIn = new URL('./electron.ts', import.meta.url).href;
const main =
  process.argv[1] === undefined ? null : pathToFileURL(realpathSync(process.argv[1])).href;

/** `node --import` this file: whoever imports `electron` gets the stand-in, and main says when it has been read. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (url !== main) return loaded;
    return { ...loaded, source: `${loaded.source}\n;globalThis.${mainIsRead}();\n` };
  },
});
