import { afterAll, describe, expect, it } from 'vitest';
import { type Ask, Model, shown } from '#build/soak/model.ts';
import { AppFailure } from '#shared/errors.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const shopsAGroup = 4;
const groups = Array.from({ length: process.env['LANGGAN_FULL'] === '1' ? 25 : 5 }, (_, at) => at);
const commandsAShop = 100;
const betweenLooks = 4;

/** The same numbers in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed * 7919 + 13;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Nothing here is about the disk: it need not be waited for. */
async function modelShop(): Promise<DirectShop> {
  const shop = await directShop();
  shop.raw.pragma('synchronous = OFF');
  return shop;
}

function askerOf(shop: DirectShop): Ask {
  return async (channel, input) => {
    try {
      return { ok: true, value: await shop.ask(channel, input as never) };
    } catch (error) {
      if (error instanceof AppFailure) return { ok: false, error: error.error };
      throw error;
    }
  };
}

describe('random commands', () => {
  let done = 0;
  afterAll(() => tellFigure('R10', `${done} commands against a model: 0 differences`));

  it.each(groups)(
    'leave what a shop in memory has, however they follow each other (%i)',
    async (group) => {
      let refused = 0;
      for (let at = 1; at <= shopsAGroup; at += 1) {
        const seed = group * shopsAGroup + at;
        const shop = await modelShop();
        const ask = askerOf(shop);
        const model = new Model({ ask, chance: chanceFrom(seed), today: () => shop.day });
        for (let command = 1; command <= commandsAShop; command += 1) {
          if ((await model.step()) !== null) refused += 1;
          if (command % betweenLooks !== 0) continue;
          expect(await shown(ask), `seed ${seed}, command ${command}`).toEqual(model.expected());
        }
        await shop.close();
      }
      expect(refused).toBeLessThan((shopsAGroup * commandsAShop) / 5);
      done += shopsAGroup * commandsAShop;
    },
  );

  it('are seen to leave something else where one write is lost', async () => {
    const shop = await modelShop();
    const ask = askerOf(shop);
    const model = new Model({ ask, chance: chanceFrom(3), today: () => shop.day });
    for (let command = 0; command < 60; command += 1) await model.step();
    expect(await shown(ask)).toEqual(model.expected());
    shop.raw.exec('DELETE FROM customer_tags WHERE id = (SELECT min(id) FROM customer_tags)');
    expect(await shown(ask)).not.toEqual(model.expected());
  });
});
