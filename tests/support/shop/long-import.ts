import { parentPort, workerData } from 'node:worker_threads';
import { openImportShop } from './import-fixtures.ts';

/** Imports one text file in a thread of its own and tells what became of its rows. */
async function importOne(text: string): Promise<void> {
  const shop = await openImportShop({
    onProgress: (phase) => parentPort?.postMessage({ phase }),
  });
  try {
    const { report } = await shop.import(await shop.file('panjang.csv', text));
    parentPort?.postMessage({ phase: 'done', counts: report.counts });
  } finally {
    await shop.close();
  }
}

if (parentPort !== null) await importOne((workerData as { text: string }).text);
