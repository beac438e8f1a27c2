import { existsSync } from 'node:fs';
import { writeSaleLines } from '#build/bench/sale-lines.ts';
import { loadMinimally } from '#build/bench/minimal-loader.ts';
import { openImportShop, addsUp } from '#tests/support/import-fixtures.ts';
const N = Number(process.argv[3] ?? 300000);
const path = `/tmp/lines-${N}.csv`;
if (!existsSync(path)) await writeSaleLines(path, { lines: N, customers: 20000, products: 500 });
if (process.argv[2] === 'min') {
  const s = await openImportShop(); const t = performance.now();
  const n = await loadMinimally(s.connection, path);
  console.log('minimal', n, Math.round(performance.now() - t), 'ms', Math.round(process.resourceUsage().maxRSS / 1024), 'MB'); await s.close();
} else {
  let last = performance.now(), phase = '';
  const lag: number[] = []; let lastTick = performance.now();
  const s = await openImportShop({ onProgress: (p) => { if (p !== phase) { phase = p; console.log('  ', p, Math.round(performance.now() - t)); } } });
  const timer = setInterval(() => { const n = performance.now(); lag.push(n - lastTick - 5); lastTick = n; }, 5);
  const t = performance.now();
  const d = await s.inspect(path); const t1 = performance.now();
  for (const c of d.sources[0]!.columns) if (c.question || c.field === 'ignore') console.log(c.header, c.field, c.question);
  const r = await s.check(d); const t2 = performance.now();
  const c = await s.commit(d); const t3 = performance.now();
  console.log('inspect', Math.round(t1 - t), 'check', Math.round(t2 - t1), 'commit', Math.round(t3 - t2), 'total', Math.round(t3 - t), 'MB', Math.round(process.resourceUsage().maxRSS / 1024), 'maxlag', Math.round(Math.max(...lag)), 'lags>100', lag.filter((x) => x > 100).map(Math.round).join(','));
  console.log(JSON.stringify(r.counts), addsUp(r), r.customers, r.sales, r.lines, r.products, r.money, r.problems.length, c.importId);
  clearInterval(timer);
  if (process.argv[4]) { const u = performance.now(); console.log(await s.undo(1), Math.round(performance.now() - u)); }
  await s.close();
}
