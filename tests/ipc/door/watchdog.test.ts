import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forkTaskProcess } from '#build/node-platform.ts';
import { processScript } from '#tests/support/processes/process-script.ts';
import { startShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function shopThatLoops(files: Readonly<Record<string, string>>) {
  const machine = testMachine();
  const platform = {
    ...machine.platform,
    forkTasks: () => forkTaskProcess(processScript('looping-task-process')),
  };
  const shop = await startShop(tempFolder(), { ...machine, platform });
  const folder = tempFolder();
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  machine.picks.push(paths);
  const chosen = await shop.ask('imports.choose', {});
  if (chosen === null) throw new Error('nothing chosen');
  return { shop, draftId: chosen.draftId };
}

it('a file that nothing gets through is given up, named, and left alone; the others go on', async () => {
  const { shop, draftId } = await shopThatLoops({
    'baik.csv': 'Nama,No HP\nAyu,081234500001\n',
    'macet.csv': 'Nama,No HP\nMACET,081234500002\n',
    'juga.csv': 'Nama,No HP\nBima,081234500003\n',
  });
  expect(await shop.fail('imports.inspect', { draftId })).toEqual({
    code: 'BAD_FILE',
    reason: 'gave-up',
  });
  const draft = await shop.ask('imports.inspect', { draftId });
  expect(draft.refused).toMatchObject([{ fileName: 'macet.csv', reason: 'gave-up' }]);
  expect(draft.sources.map(({ fileName }) => fileName)).toEqual(['baik.csv', 'juga.csv']);
  const { report } = await shop.ask('imports.commit', { draftId });
  expect(report.customers.added).toBe(2);
});

it('a draft stays as it was where reading it again in another way never ends', async () => {
  const { shop, draftId } = await shopThatLoops({
    'kasir.csv': 'Nama;No HP\nAyu;081234500001\n',
  });
  const before = await shop.ask('imports.inspect', { draftId });
  const [source] = before.sources;
  const path = join(tempFolder(), 'kasir.csv');
  writeFileSync(path, 'Nama|No HP\nMACET|081234500001\n');
  shop.machine.picks.push([path]);
  await shop.ask('imports.choose', { draftId });
  expect(await shop.fail('imports.inspect', { draftId })).toMatchObject({ reason: 'gave-up' });
  expect(
    (await shop.ask('imports.configure', { draftId, sourceId: source?.id ?? 0 })).sources,
  ).toEqual(before.sources);
});
