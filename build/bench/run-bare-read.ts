import { performance } from 'node:perf_hooks';
import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import { cpuMs, peakMemoryMb } from './process-use.ts';

const [file = ''] = process.argv.slice(2);
const spentBefore = cpuMs(process.pid) ?? 0;
const begin = performance.now();
const workbook = await openWorkbook(file);
let rows = 0;
for await (const batch of workbook.rows(0)) rows += batch.rows.length;
await workbook.close();
const ms = performance.now() - begin;
const taken = (cpuMs(process.pid) ?? 0) - spentBefore;
console.log(JSON.stringify({ ms, cpuMs: taken, rows, peakRssMb: peakMemoryMb(process.pid) }));
