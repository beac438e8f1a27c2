import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bars, figureTable } from '#build/bars.ts';
import { root } from '#build/engine.ts';

/** The bars that a test tells a figure of. */
function told(): Set<string> {
  const folder = join(root, 'tests');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = names
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\btellFigure\(\s*'(\w+)'/g)].map(([, bar]) => bar ?? ''),
    ),
  );
}

describe('the table of figures', () => {
  it('has a test behind each bar', () => {
    const missing = Object.keys(bars).filter((bar) => !told().has(bar));
    expect(missing).toEqual([]);
    expect([...told()].filter((bar) => !(bar in bars))).toEqual([]);
  });

  it('has every bar in its order, with all that was told of it, also where nothing was', () => {
    const lines = [
      { bar: 'R2', text: 'b' },
      { bar: 'S1', text: 'c' },
      { bar: 'R2', text: 'a' },
    ].map((figure) => JSON.stringify(figure));
    const table = figureTable(`${lines.join('\n')}\n{"bar":`);
    expect(table).toHaveLength(Object.keys(bars).length + 1);
    expect(table.map((line) => line.split(' ')[0])).toEqual(
      Object.keys(bars).flatMap((bar) => (bar === 'R2' ? ['R2', 'R2'] : [bar])),
    );
    expect(table.filter((line) => !line.endsWith('no figure')).map((line) => line.at(-1))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
