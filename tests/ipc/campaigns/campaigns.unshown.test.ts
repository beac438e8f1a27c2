import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { campaignFacts } from '#tests/support/campaigns/campaign-shop.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

type What = Input<'campaigns.onPaper'>['what'];
const said = 'Letters that cannot be printed read as ?.';

interface Told {
  readonly shopName?: string;
  readonly street?: string;
  readonly text?: string;
  readonly name?: string;
  readonly goal?: string;
}

/** Four people, the first as it is said; their paper, and what is told of it. */
async function paperOf(what: What, told: Told) {
  const made: DirectShop = await directShop();
  const live = made.raw.prepare('INSERT INTO addresses (customer_id, street) VALUES (?, ?)');
  for (let index = 1; index <= 4; index += 1) {
    const name = index === 1 ? (told.name ?? 'Ani') : `Orang ${index}`;
    const id = addCustomer(made.raw, { name, phones: [`+62811555000${index}`] });
    live.run(id, index === 1 ? (told.street ?? 'Jl. Mawar 1') : `Jl. Mawar ${index}`);
  }
  finishShop(made.raw);
  const { shopName = 'Toko', text = 'Halo {nama}', goal = '' } = told;
  await made.ask('settings.update', { shopName, language: 'en', currency: 'IDR' });
  const channel = what === 'calls' ? ('call' as const) : ('letter' as const);
  const { id } = await made.ask('campaigns.create', {
    facts: { ...campaignFacts, channel, text, goal },
  });
  await made.ask('campaigns.start', { id });
  const path = join(tempFolder(), 'a.pdf');
  made.prepared = { path };
  const answer = await made.ask('campaigns.savePdf', { id, what, name: 'a' });
  const onPaper = await made.ask('campaigns.onPaper', { id, what });
  expect(onPaper).toMatchObject({ unshown: answer?.unshown, isWhole: answer?.isWhole });
  const pages = paperRows(readFileSync(path)).map((rows) => rows.flat());
  const marks = pages.flat().filter((cell) => cell !== said && cell.includes('?')).length;
  const { unshown, isWhole } = onPaper;
  return { unshown, isWhole, pages, marks };
}

it.each([
  // Whatever stands on every letter, or on all but its own.
  ['letters', { shopName: 'Toko 王芳' }, 4],
  ['letters', { text: 'Halo\u2028{nama}' }, 4],
  ['letters', { text: 'satu\vdua' }, 4],
  ['letters', { street: 'Jl.\u2028Mawar' }, 1],
  ['letters', { name: '王芳' }, 1],
  ['letters', {}, 0],
  ['labels', { shopName: 'Toko 王芳', text: '王芳' }, 0],
  ['labels', { street: 'Jl.\vMawar' }, 1],
  ['labels', { name: 'Ani\u2028王' }, 1],
  ['calls', { text: 'satu\u2028dua' }, 4],
  ['calls', { name: 'Ani\v' }, 1],
  ['calls', { street: '王芳' }, 0],
] as const)(
  'on %s with %j it is said of %i that letters have no shape',
  async (what, told, meant) => {
    const { unshown, isWhole, pages, marks } = await paperOf(what, told);
    expect({ unshown, isWhole }).toEqual({ unshown: meant, isWhole: meant === 0 });
    expect(marks > 0).toBe(meant > 0);
    if (what === 'letters') expect(pages.filter((page) => page.includes(said))).toHaveLength(meant);
  },
);

it.each([{ shopName: 'Toko 王芳' }, { goal: '王芳' }])(
  'a phone list says it of its head too: %j',
  async (told) => {
    const { unshown, isWhole, pages } = await paperOf('calls', told);
    expect({ unshown, isWhole }).toEqual({ unshown: 0, isWhole: false });
    expect(pages.flat()).toContain(said);
  },
);
