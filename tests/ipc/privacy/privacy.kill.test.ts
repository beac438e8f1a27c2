import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSaleLines } from '#build/bench/sale-lines.ts';
import { openConnection } from '#db/file/client.ts';
import { readErased } from '#db/file/erased-list.ts';
import { openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { placesOf } from '#tests/support/shop/private-shop.ts';

const kills = process.env.LANGGAN_FULL === '1' ? 100 : 5;
let folder = '';
let name = '';
/** Nobody else's number has these digits in it; names may stand in longer ones. */
let digits = '';
let books: unknown = null;

async function read(dataFolder: string) {
  const { raw, close } = openConnection(join(dataFolder, 'langgan.db'), { readonly: true });
  try {
    const sums = raw
      .prepare('SELECT count(*), sum(revenue_minor), count(DISTINCT customer_id) FROM sales')
      .raw()
      .get();
    const points = raw.prepare('SELECT count(*) FROM contact_points WHERE customer_id = 1');
    return {
      sums,
      erased: raw.prepare('SELECT customer_id, swept_at IS NOT NULL FROM erasures').raw().all(),
      called: String(raw.prepare('SELECT name FROM customers WHERE id = 1').pluck().get()),
      points: Number(points.pluck().get()),
      phone: String(
        raw.prepare('SELECT value FROM contact_points WHERE customer_id = 1').pluck().get(),
      ),
      problems: [...(raw.pragma('foreign_key_check') as unknown[])],
    };
  } finally {
    await close();
  }
}

describe.skipIf(process.platform !== 'linux')('an erasing that is killed', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'langgan-privacy-kill-'));
    const file = join(folder, 'lines.csv');
    await writeSaleLines(file, { lines: 3000, customers: 400, products: 20 });
    const door = openHeadlessDoor(join(folder, 'base'));
    const chosen = await door.ask('imports.choose', {}, [file]);
    if (chosen?.ok !== true || chosen.value === null) throw new Error('nothing chosen');
    const { draftId } = chosen.value;
    for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
      expect((await door.ask(channel, { draftId }))?.ok).toBe(true);
    await door.close();
    await rm(join(folder, 'base', 'backups'), { recursive: true, force: true });
    const found = await read(join(folder, 'base'));
    ({ called: name, sums: books } = found);
    expect(found.points).toBeGreaterThan(0);
    digits = found.phone.slice(-9);
    expect(placesOf(join(folder, 'base'), [digits]).length).toBeGreaterThan(0);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has erased all of the person or nothing, wherever it was; the next start ends what was begun', async () => {
    const whole = join(folder, 'whole');
    await cp(join(folder, 'base'), whole, { recursive: true });
    const door = openHeadlessDoor(whole);
    await door.ask('settings.get', {});
    const from = performance.now();
    const erased = await door.ask('privacy.erase', { customerId: 1 as never, confirm: name });
    const allMs = performance.now() - from;
    expect(erased).toMatchObject({ ok: true });
    await door.close();
    const seen = { old: 0, new: 0 };
    for (let round = 0; round < kills; round += 1) {
      const copy = join(folder, `killed-${round}`);
      await cp(join(folder, 'base'), copy, { recursive: true });
      const killed = openHeadlessDoor(copy);
      await killed.ask('settings.get', {});
      void killed.ask('privacy.erase', { customerId: 1 as never, confirm: name });
      await wait(((round + 0.5) / kills) * allMs * 1.2);
      killed.process.kill('SIGKILL');
      await once(killed.process, 'exit');
      const again = openHeadlessDoor(copy);
      expect((await again.ask('settings.get', {}))?.ok).toBe(true);
      await again.close();
      const { sums, erased: rows, called, points, problems } = await read(copy);
      expect([sums, problems]).toEqual([books, []]);
      const isNew = rows.length > 0;
      seen[isNew ? 'new' : 'old'] += 1;
      const listed = await readErased(join(copy, 'backups'));
      expect(listed.map(({ customerId }) => customerId)).toEqual(isNew ? [1] : []);
      if (isNew) {
        expect([rows, points]).toEqual([[[1, 1]], 0]);
        await rm(join(copy, 'backups'), { recursive: true, force: true });
        expect(placesOf(copy, [digits])).toEqual([]);
      } else expect([called, points > 0]).toEqual([name, true]);
      await rm(copy, { recursive: true, force: true });
    }
    expect(seen.old + seen.new).toBe(kills);
    tellFigure('P2', `${kills} kills at any moment: ${seen.old} as before, ${seen.new} erased`);
  });
});
