import { mkdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openConnection } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { loadMinimally } from './minimal-loader.ts';
import { peakMemoryMb } from './peak-memory.ts';

const [file = '', folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const connection = openConnection(shopPaths(folder).database, { isNew: true });
await migrate(connection.raw, async () => undefined);
const begin = performance.now();
const rows = await loadMinimally(connection, file);
const ms = performance.now() - begin;
await connection.close();
console.log(JSON.stringify({ ms, rows, peakRssMb: peakMemoryMb(process.pid) }));
