import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string): string => `${root}${path}`;

const out = process.env.LANGGAN_OUT ?? 'out';

const common = { root, cacheDir: at('node_modules/.cache/vite') };

/** `main` and the task process as modules, the preload as one CommonJS file, the window from renderer/. */
export default defineConfig({
  main: {
    ...common,
    // The words of both languages: text is read in quicker than the program that would make the same of it.
    json: { stringify: true },
    build: {
      outDir: at(`${out}/main`),
      target: 'node24',
      sourcemap: true,
      externalizeDeps: { include: ['better-sqlite3'] },
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          'task-process': at('electron/tasks/task-process.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    ...common,
    build: {
      outDir: at(`${out}/preload`),
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    cacheDir: at('node_modules/.cache/vite'),
    plugins: [react()],
    base: './',
    build: {
      outDir: at(`${out}/renderer`),
      emptyOutDir: true,
      target: 'chrome140',
      // Half the bytes to read and to parse before the first screen stands.
      minify: true,
      modulePreload: { polyfill: false },
      // Everything comes from the disk beside it: fewer, larger files, and no data: URLs for fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
});
