import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CampaignId } from '#shared/ids.ts';
import { campaignFacts } from '#tests/support/campaigns/campaign-shop.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Each sheet as its maker gives it: the first label's corner, the steps to the next, and its size, in mm. */
const sheets = {
  '3x7': { left: 7.25, top: 15.15, across: 66, down: 38.1, width: 63.5, height: 38.1, columns: 3 },
  '3x8': { left: 0, top: 0.5, across: 70, down: 37, width: 70, height: 37, columns: 3 },
  '2x7': {
    left: 4.65,
    top: 15.15,
    across: 101.6,
    down: 38.1,
    width: 99.1,
    height: 38.1,
    columns: 2,
  },
} as const;
const rowsOf = { '3x7': 7, '3x8': 8, '2x7': 7 } as const;

/** How wide Helvetica draws these letters, in thousandths (its published metrics). */
const letterWidths: Readonly<Record<string, readonly [plain: number, bold: number]>> = {
  ...{ W: [944, 944], i: [222, 278], a: [556, 556], n: [556, 611], ' ': [278, 278] },
  ...{ Ö: [778, 778], Ü: [722, 722], É: [667, 667], Æ: [1000, 1000], î: [278, 278] },
  // A dash and three dots, as the page's encoding has them.
  ...{ '\u0097': [1000, 1000], '\u0085': [1000, 1000] },
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, [556, 556]])),
};

/** The longest that an address may come as: a word that nothing breaks, and many of them. */
const streets = [
  'Wa 1',
  'W'.repeat(60),
  'Wan Wan Wan Wan Wan Wan Wan Wan Wan Wan Wan Wan Wan Wan Wan Wan',
  'Wana\nWani\nWana\nWani\nWana\nWani',
  'Wani '.repeat(300).trim(),
];

interface Drawn {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
}

function drawnOn(path: string): Drawn[] {
  const pdf = readFileSync(path, 'latin1');
  const streams = [...pdf.matchAll(/stream\n([^\0]*?)endstream/g)].map(([, stream = '']) => stream);
  return streams.flatMap((stream, page) =>
    [...stream.matchAll(/BT \/([BR]) ([\d.]+) Tf ([\d.-]+) ([\d.-]+) Td \((.*)\) Tj/g)].map(
      ([, font, size, x, y, text = '']) => ({
        ...{ page, text, x: Number(x), y: Number(y), size: Number(size), isBold: font === 'B' },
      }),
    ),
  );
}

function widthOf({ text, size, isBold }: Drawn): number {
  const widths = [...text].map((letter) => {
    const found = letterWidths[letter];
    if (found === undefined) throw new Error(`no width of ${letter}`);
    return found[isBold ? 1 : 0];
  });
  return (widths.reduce((sum, width) => sum + width, 0) * size) / 1000;
}

async function shop(
  people: number,
  streetOf = (index: number) => streets[index % streets.length] ?? '',
): Promise<{ made: DirectShop; id: CampaignId }> {
  const made = await directShop();
  const { raw } = made;
  raw.transaction(() => {
    const live = raw.prepare('INSERT INTO addresses (customer_id, street) VALUES (?, ?)');
    for (let index = 1; index <= people; index += 1) {
      const id = addCustomer(raw, { name: `Wan ${index}` });
      live.run(id, streetOf(index));
    }
  })();
  finishShop(raw);
  const facts = { ...campaignFacts, channel: 'letter' as const };
  const { id } = await made.ask('campaigns.create', { facts });
  await made.ask('campaigns.start', { id });
  return { made, id };
}

/** What stands on each label; a line that lies within none, with room for a hand that cuts, fails. */
function labelled(drawn: readonly Drawn[], sheet: keyof typeof sheets): Map<number, Drawn[]> {
  const { left, top, across, down, width, height, columns } = sheets[sheet];
  const perPage = columns * rowsOf[sheet];
  const point = 72 / 25.4;
  const boxOf = (index: number) => {
    const place = index % perPage;
    const x = (left + (place % columns) * across) * point;
    const y = (297 - top - (Math.floor(place / columns) + 1) * down) * point;
    return { page: Math.floor(index / perPage), x, y };
  };
  const found = new Map<number, Drawn[]>();
  for (const one of drawn) {
    const index = Array.from({ length: 60 }, (_, at) => at).findIndex((at) => {
      const box = boxOf(at);
      return (
        box.page === one.page &&
        one.x >= box.x + 2 &&
        one.x + widthOf(one) <= box.x + width * point - 2 &&
        one.y - 0.21 * one.size >= box.y + 2 &&
        one.y + 0.73 * one.size <= box.y + height * point - 2
      );
    });
    expect(index, JSON.stringify(one)).toBeGreaterThanOrEqual(0);
    found.set(index, [...(found.get(index) ?? []), one]);
  }
  return found;
}

it.each(['3x7', '3x8', '2x7'] as const)(
  'every line of %s lies within its own label, from the one on that is free, and nobody is cut off',
  async (sheet) => {
    const { made, id } = await shop(40);
    const path = join(tempFolder(), 'labels.pdf');
    made.prepared = { path };
    const from = 5;
    const asked = { id, what: 'labels', sheet, firstLabel: from, name: 'a' } as const;
    const answer = await made.ask('campaigns.savePdf', asked);
    // The longest of the five has no room on any; everybody else is there.
    expect(answer).toMatchObject({ people: 32, tooLong: 8, listed: 40 });
    const found = labelled(drawnOn(path), sheet);
    expect([...found.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 32 }, (_, at) => at + from - 1),
    );
    const whose = made.raw
      .prepare(
        `SELECT c.name, a.street FROM campaign_members m, customers c, addresses a
         WHERE c.id = m.customer_id AND a.customer_id = c.id ORDER BY m.position`,
      )
      .all() as { name: string; street: string }[];
    const kept = whose.filter(({ street }) => street.length < 300);
    for (const [at, { name, street }] of kept.entries()) {
      const lines = found.get(at + from - 1) ?? [];
      const letters = (text: string) => text.replaceAll(/\s/g, '');
      expect(letters(lines.map(({ text }) => text).join(''))).toBe(letters(name + street));
      expect(lines.every(({ size }) => size >= 6 && size <= 11)).toBe(true);
    }
  },
);

it.each(['3x7', '3x8', '2x7'] as const)(
  'however long an address is, on %s it lies within its label or is said to be too long',
  async (sheet) => {
    const { made, id } = await shop(40, (index) => 'Wani '.repeat(index * 6).trim());
    const path = join(tempFolder(), 'labels.pdf');
    made.prepared = { path };
    const answer = await made.ask('campaigns.savePdf', { id, what: 'labels', sheet, name: 'a' });
    const { people = 0, tooLong = 0 } = answer ?? {};
    expect(people + tooLong).toBe(40);
    expect(people).toBeGreaterThan(10);
    expect(tooLong).toBeGreaterThan(2);
    const found = labelled(drawnOn(path), sheet);
    const words = [...found.values()].flat().flatMap(({ text }) => text.split(' '));
    // The shortest are the ones that fit: each has its words whole.
    expect(words.filter((word) => word === 'Wani')).toHaveLength((6 * people * (people + 1)) / 2);
    expect(found.size).toBe(people);
  },
);

it.each(['3x7', '3x8', '2x7'] as const)(
  'on %s wide letters, dashes and dots lie within their label too',
  async (sheet) => {
    const wide = ['ÖÜÉ', 'Æ', '—', '…', 'îÜ—'];
    const { made, id } = await shop(40, (index) =>
      (wide[index % wide.length] ?? '').repeat(10 + index),
    );
    const path = join(tempFolder(), 'labels.pdf');
    made.prepared = { path };
    const answer = await made.ask('campaigns.savePdf', { id, what: 'labels', sheet, name: 'a' });
    expect(answer?.people).toBeGreaterThan(30);
    expect(labelled(drawnOn(path), sheet).size).toBe(answer?.people);
  },
);

it('begins at no label that the sheet has not', async () => {
  const { made, id } = await shop(2);
  const asked = { id, what: 'labels', sheet: '2x7', firstLabel: 15 } as const;
  await expect(made.ask('campaigns.onPaper', asked)).rejects.toMatchObject({
    error: { code: 'VALIDATION', issues: [{ path: 'firstLabel', problem: 'invalid' }] },
  });
});

it('has nobody of whose street nothing but blanks, tabs and line ends is written down', async () => {
  const blank = ['\t\t', ' \n ', '\r\n\t', '\u00a0', '\v', 'Jl. Mawar'];
  const { made, id } = await shop(6, (index) => blank[index - 1] ?? '');
  for (const what of ['letters', 'labels'] as const)
    expect(await made.ask('campaigns.onPaper', { id, what })).toMatchObject({
      ...{ people: 1, listed: 6, leftOut: { noWay: 5 } },
    });
});
