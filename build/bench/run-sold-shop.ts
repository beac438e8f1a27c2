import { performance } from 'node:perf_hooks';
import { systemClock } from '#electron/runtime.ts';
import { shopClock } from '#electron/shop-clock.ts';
import { peakMemoryMb } from './process-use.ts';
import { buildSoldShop } from './sold-shop.ts';

const [dataFolder = '', sold = '1000000'] = process.argv.slice(2);
const begin = performance.now();
const today = shopClock(systemClock, 'Asia/Jakarta').today();
await buildSoldShop(dataFolder, Number(sold), today);
const ms = performance.now() - begin;
console.log(JSON.stringify({ ms, peakRssMb: peakMemoryMb(process.pid) }));
