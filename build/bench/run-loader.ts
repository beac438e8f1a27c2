import { mkdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openConnection } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { loadMinimally } from './minimal-loader.ts';
import { cpuMs, peakMemoryMb } from './process-use.ts';

const [file = '', folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const connection = openConnection(shopPaths(folder).database, { isNew: true });
await migrate(connection.raw, async () => undefined);
const spentBefore = cpuMs(process.pid) ?? 0;
const begin = performance.now();
const rows = await loadMinimally(connection, file);
const ms = performance.now() - begin;
const taken = (cpuMs(process.pid) ?? 0) - spentBefore;
await connection.close();
console.log(JSON.stringify({ ms, cpuMs: taken, rows, peakRssMb: peakMemoryMb(process.pid) }));
