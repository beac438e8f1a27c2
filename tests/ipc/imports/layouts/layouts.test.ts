import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { DraftColumn } from '#shared/contract/imports-draft.ts';
import { REPEATABLE_FIELDS } from '#shared/domain/columns/fields.ts';
import { openImportShop } from '#tests/support/shop/import-fixtures.ts';

/** Of all columns of a set this share is right. */
const LEAST_RIGHT = 0.95;

/** A file as a shop writes it, and the fields that are right for each column (any of several). */
interface Layout {
  readonly name: string;
  readonly right: readonly (readonly string[])[];
  readonly text: string;
}

function layoutsOf(file: string): Layout[] {
  return readFileSync(new URL(`../../../fixtures/layouts/${file}.txt`, import.meta.url), 'utf8')
    .split(/^# /m)
    .filter((text) => text !== '')
    .map((text) => {
      const [name = '', right = '', ...lines] = text.trim().split('\n');
      return {
        name,
        right: right.split('|').map((fields) => fields.split(',')),
        text: lines.join('\n'),
      };
    });
}

async function columnsOf({ text }: Layout): Promise<readonly DraftColumn[]> {
  const shop = await openImportShop();
  try {
    const draft = await shop.inspect(await shop.file('berkas.csv', text));
    return draft.sources.flatMap(({ columns }) => columns);
  } finally {
    await shop.close();
  }
}

/** Fields that more than one column has, though only one may: further things of a row may come again. */
function doubled(columns: readonly DraftColumn[]): string[] {
  const fields = columns
    .map(({ field }) => field)
    .filter((field) => !REPEATABLE_FIELDS.has(field as never) && field !== 'customer.name')
    .filter((field) => !/^(?:product|line)\./.test(field));
  return fields.filter((field, at) => fields.indexOf(field) !== at);
}

describe.each(['trades', 'tills', 'later'])('layouts of shops: %s', (file) => {
  const share = { right: 0, all: 0, missed: [] as string[] };
  afterAll(() => {
    const { right, all, missed } = share;
    process.stdout.write(`${file}: columns right: ${right} of ${all}; missed: ${missed}\n`);
  });

  it.each(layoutsOf(file).map((layout) => [layout.name, layout] as const))(
    '%s',
    async (name, layout) => {
      const columns = await columnsOf(layout);
      expect(columns.length).toBe(layout.right.length);
      const wrong = columns.filter(({ field, index }) => !layout.right[index]?.includes(field));
      share.all += columns.length;
      share.right += columns.length - wrong.length;
      share.missed.push(...wrong.map(({ header, field }) => `${name}/${header}=${field}`));
      expect(wrong.filter(({ confidence }) => confidence === 'sure')).toEqual([]);
      expect(doubled(columns)).toEqual([]);
    },
  );

  it('have nearly all of their columns right', () => {
    expect(share.right / share.all).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});
