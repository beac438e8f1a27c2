import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { quickest, type Run, runChild } from '../bench/child.ts';
import { writeSaleLines } from '../bench/sale-lines.ts';
import { writeSaleWorkbook } from '../bench/sale-workbook.ts';
import { measureStart } from '../bench/start-time.ts';
import { buildApp } from '../build-app.ts';

/** One line of the result: ours against a named baseline of the same run. */
interface Measure {
  readonly name: string;
  readonly baseline: string;
  readonly oursMs: number;
  readonly baselineMs: number;
  readonly ratio: number;
  /** The bar, where there is one. */
  readonly atMost: number | null;
  readonly peakRssMb: number;
  readonly figures: Readonly<Record<string, unknown>>;
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lines: { type: 'string', default: '300000' },
    customers: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string' },
    sold: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'langgan-bench-'));
const csv = join(folder, 'lines.csv');
const xlsx = join(folder, 'lines.xlsx');

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What is measured, against what, and the ratio it must not pass where there is a bar. */
type Compared = readonly [name: string, baseline: string, atMost?: number];

function measure([name, baseline, atMost]: Compared, ours: Run, baselineMs: number): Measure {
  const { ms, peakRssMb, ...figures } = ours;
  const ratio = Math.round((ms / baselineMs) * 100) / 100;
  const rounded = {
    oursMs: Math.round(ms * 10) / 10,
    baselineMs: Math.round(baselineMs * 10) / 10,
  };
  return { name, baseline, ...rounded, ratio, atMost: atMost ?? null, peakRssMb, figures };
}

async function importRun(file: string): Promise<Run> {
  return quickest(rounds, (round) =>
    runChild('run-import.ts', [file, join(folder, `shop-${round}-${performance.now()}`)]),
  );
}

/** By the clock, and by the processor's time where the system says it: a busy machine changes that little. */
function measureBoth(what: Compared, ours: Run, baseline: Run): Measure[] {
  const [name, ...rest] = what;
  const both = [measure(what, ours, baseline.ms)];
  const [taken, least] = [Number(ours.cpuMs), Number(baseline.cpuMs)];
  if (taken > 0 && least > 0)
    both.push(measure([`${name}, processor`, ...rest], { ...ours, ms: taken }, least));
  return both;
}

/** `sqlite3 .import` into one table without types; null where the program is not installed. */
function sqliteImportMs(): number | null {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const script = join(folder, 'import.sql');
  writeFileSync(script, `.mode csv\n.separator ;\n.import ${csv} lines\n`);
  const from = performance.now();
  const { status } = spawnSync('sqlite3', [join(folder, 'plain.db'), `.read ${script}`]);
  return status === 0 ? performance.now() - from : null;
}

async function importMeasures(): Promise<Measure[]> {
  await buildApp(say);
  say(`Writing ${values.lines} sale lines as CSV and as a workbook.`);
  const size = { lines: Number(values.lines), customers: 20_000, products: 500 };
  await writeSaleLines(csv, size);
  await writeSaleWorkbook(xlsx, size);
  say('CSV: the minimal loader, then the import.');
  const loader = await quickest(rounds, (round) =>
    runChild('run-loader.ts', [csv, join(folder, `loader-${round}`)]),
  );
  const ours = await importRun(csv);
  const all = measureBoth(['import CSV', 'minimal loader', 3], ours, loader);
  const plain = sqliteImportMs();
  if (plain !== null) all.push(measure(['import CSV', 'sqlite3 .import'], ours, plain));
  say('XLSX: the bare read, then the import.');
  const bare = await quickest(rounds, () => runChild('run-bare-read.ts', [xlsx]));
  const typed = await importRun(xlsx);
  const bar = 2 + (3 * loader.ms) / bare.ms;
  all.push(...measureBoth(['import XLSX', 'bare read', Math.round(bar * 100) / 100], typed, bare));
  return all;
}

async function searchMeasures(): Promise<Measure[]> {
  say(`Search and list over ${values.customers} customers.`);
  const run = await runChild('run-search.ts', [join(folder, 'big'), values.customers]);
  const like = Number(run.likeP95);
  const bare = Number(run.barePageP95);
  const as = (figure: string): Run => ({ ms: Number(run[figure]), peakRssMb: run.peakRssMb });
  return [
    measure(['search p95', 'LIKE over names'], as('searchP95'), like),
    measure(['find in list p95', 'LIKE over names'], as('listFindP95'), like),
    measure(['list page p95', 'bare SELECT of a page'], as('listP95'), bare),
    measure(['list summary p95', 'LIKE over names'], as('summaryP95'), like),
  ];
}

/** Looking through everybody for who is there twice, in time of the processor. */
async function sameMeasures(): Promise<Measure[]> {
  say(`Who is there twice among ${values.customers} customers, 5 % of them doubles.`);
  const run = await runChild('run-same.ts', [join(folder, 'same'), values.customers]);
  return [measure(['same person, all pairs', 'one sort of all names', 3], run, Number(run.sortMs))];
}

/** Whom a campaign goes to, chosen and counted, and whose turn is next: by the clock, at the app's door. */
async function campaignMeasures(): Promise<Measure[]> {
  await buildApp(say);
  say(`A campaign to ${values.customers} customers.`);
  const run = await runChild('run-campaign.ts', [join(folder, 'campaign'), values.customers]);
  const next = { ms: Number(run.nextP95), peakRssMb: run.peakRssMb };
  return [
    measure(['campaign chosen and counted', 'what it may take', 1], run, 300),
    measure(['campaign chosen and counted', 'one sort of all names'], run, Number(run.sortMs)),
    measure(['next in the queue p95', 'what a turn may take', 1], next, 15),
  ];
}

/** What a password costs: the same, with the data behind one and without, in turns. */
async function protectionMeasures(): Promise<Measure[]> {
  await buildApp(say);
  say('Import, search and the list, without a password and behind one.');
  const file = join(folder, 'protected.csv');
  const password = 'kopi tubruk 77';
  await writeSaleLines(file, { lines: Number(values.lines) / 3, customers: 20_000, products: 500 });
  // A processor's time: a machine that does other things meanwhile says little by the clock.
  const imported = async (word: string, round: number): Promise<Run> => {
    const place = join(folder, `key-${word}-${round}`);
    const run = await runChild('run-import.ts', [file, place, word]);
    return { ...run, ms: Number(run.cpuMs) || run.ms, clockMs: run.ms };
  };
  const opens: Run[] = [];
  const closes: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    opens.push(await imported('', round));
    closes.push(await imported(password, round));
  }
  const least = (runs: readonly Run[]) => runs.toSorted((a, b) => a.ms - b.ms)[0] as Run;
  const searches = (word: string) =>
    quickest(rounds, (round) =>
      runChild('run-search.ts', [join(folder, `find-${word}-${round}`), values.customers, word]),
    );
  const [open, closed] = [least(opens), least(closes)];
  const [found, sought] = [await searches(''), await searches(password)];
  const as = (run: Run, figure: string): Run => ({
    ...{ ms: Number(run[figure]), peakRssMb: run.peakRssMb },
  });
  const compare = (name: string, figure: string) =>
    measure(
      [`${name} behind a password`, 'without one', 1.15],
      as(sought, figure),
      Number(found[figure]),
    );
  return [
    measure(['import CSV behind a password, processor', 'without one', 1.15], closed, open.ms),
    compare('search p95', 'searchP95'),
    compare('list page p95', 'listP95'),
  ];
}

async function interactionMeasures(): Promise<Measure[]> {
  say(`Timelines and the Today list over ${values.customers} customers, five interactions each.`);
  const run = await runChild('run-interactions.ts', [
    join(folder, 'interactions'),
    values.customers,
  ]);
  const [page, due] = [Number(run.barePageP95), Number(run.bareDueP95)];
  const as = (figure: string): Run => ({ ms: Number(run[figure]), peakRssMb: run.peakRssMb });
  const interactions = 'bare SELECT of interactions';
  const dates = 'bare SELECT of due dates';
  return [
    measure(['timeline page p95', interactions], as('timelineP95'), page),
    measure(['timeline of 5,000 interactions p95', interactions], as('busyTimelineP95'), page),
    measure(['changes among 5,000 interactions p95', interactions], as('changesP95'), page),
    measure(['timeline counts p95', interactions], as('timelineCountsP95'), page),
    measure(['counts of 5,000 interactions p95', interactions], as('busyCountsP95'), page),
    measure(['Today list p95', dates], as('todayP95'), due),
    measure(['the week’s list p95', dates], as('weekP95'), due),
    measure(['Today counts p95', dates], as('todayCountsP95'), due),
  ];
}

/** A year of so many sales of one line each, its pack in the task process as it is built. */
async function soldMeasures(sold: string): Promise<Measure[]> {
  await buildApp(say);
  say(`A shop with ${sold} sales of one line each.`);
  const shop = join(folder, 'sold');
  await runChild('run-sold-shop.ts', [shop, sold]);
  say(
    'The bare dump of the same rows, then two stops of a pack, the pack, the list and the entry.',
  );
  const dump = await runChild('run-bare-dump.ts', [shop]);
  const run = await runChild('run-sold.ts', [shop]);
  const as = (figure: string): Run => ({
    ms: Number(run[figure]),
    peakRssMb: Number(run.mainRssMb),
  });
  const pack = { ...run, dumpRssMb: dump.peakRssMb };
  return [
    measure(['pack of all files', 'bare SQL dump of its rows'], pack, dump.ms),
    measure(['pack stopped', 'what a task is given for it', 2], as('cancelMs'), 400),
    measure(['list page p95', 'what a page may take', 1], as('listP95'), 15),
    measure(['entry as it is typed p95', 'what it may take', 1], as('typedP95'), 15),
    measure(['entry saved p95', 'what it may take', 1], as('entryP95'), 15),
  ];
}

/** What customers are worth, from cold, in time of the processor: the page, and each of its reports by name. */
async function worthMeasures(): Promise<Measure[]> {
  await buildApp(say);
  say(`What ${values.customers} customers are worth, ten sales each.`);
  const run = await runChild('run-worth.ts', [join(folder, 'worth'), values.customers]);
  const bare = Number(run.bareMs);
  const as = (ms: number): Run => ({ ms, peakRssMb: run.peakRssMb });
  const each = (kind: 'spent' | 'again', said: string) =>
    Object.entries(run[kind] as Readonly<Record<string, number>>).map(([name, ms]) =>
      measure([`${name}, ${said}`, 'plain SQL of everybody’s purchases'], as(ms), bare),
    );
  return [
    measure(['page of worth from cold', '1.5 × plain SQL and a second', 1], run, 1.5 * bare + 1000),
    measure(['main heard nothing for', 'what it may', 1], as(Number(run.longestBlockMs)), 50),
    ...each('spent', 'from cold'),
    ...each('again', 'once more'),
  ];
}

async function startMeasures(): Promise<Measure[]> {
  const shop = join(folder, 'big');
  if (!existsSync(shop)) await runChild('run-search.ts', [shop, values.customers]);
  say('Start to the first painted list, and a blank page in Chromium.');
  const start = await measureStart(shop, rounds, say);
  if (start === null) return [];
  return [measure(['start to painted list', 'blank page'], start.ours, start.blankMs)];
}

function print(all: readonly Measure[]): void {
  for (const one of all) {
    const bar = one.atMost === null ? '' : ` (at most ${one.atMost})`;
    const times = `${one.oursMs} ms against ${one.baselineMs} ms`;
    process.stdout.write(
      `${one.name} / ${one.baseline}: ${one.ratio}×${bar}, ${times}, peak ${one.peakRssMb} MiB\n`,
    );
  }
}

try {
  const parts = {
    import: importMeasures,
    search: searchMeasures,
    same: sameMeasures,
    campaign: campaignMeasures,
    password: protectionMeasures,
    interactions: interactionMeasures,
    worth: worthMeasures,
    start: startMeasures,
  };
  const all: Measure[] = [];
  if (values.sold !== undefined) all.push(...(await soldMeasures(values.sold)));
  else
    for (const [name, part] of Object.entries(parts))
      if ((values.only ?? name) === name) all.push(...(await part()));
  if (values.json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  else print(all);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
