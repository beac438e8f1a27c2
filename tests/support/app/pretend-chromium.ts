import { appendFileSync } from 'node:fs';

/** Stands in for the browser of the Chromium host: notes that it was started, and ends. */
const isHeadless = process.argv.includes('--headless=new');
const line = { chromium: isHeadless ? 'headless' : 'window' };
appendFileSync(process.env.PRETEND_LOG ?? '', `${JSON.stringify(line)}\n`);
process.exit(1);
