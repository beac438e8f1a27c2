import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  onePagePdf,
  pageLetters,
  textWidth,
} from '#electron/services/accountant/files/pdf-page.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

test.each([
  ['Rp\u00a084.316.000', 'Rp 84.316.000', true],
  ['\u2212Rp 5', '-Rp 5', true],
  ['Café Ñ', 'Café Ñ', true],
  ['Ștefan', 'Stefan', true],
  ['1–30', '1\u009630', true],
  ['東京 kopi', '?? kopi', false],
])('%s is written as the page can', (text, letters, isWhole) => {
  expect(pageLetters(text)).toEqual({ letters, isWhole });
});

test('every object stands where the table of the file says, and texts cannot end theirs', () => {
  const texts = [
    { text: 'Toko (Ana) \\ 1', x: 50, y: 700, size: 12 },
    { text: '1.000', x: 500, y: 680, size: 10, align: 'right' as const },
  ];
  const pdf = onePagePdf(texts, [{ from: 50, to: 500, y: 690 }]).toString('latin1');
  const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
  expect(pdf.slice(start, start + 5)).toBe('xref\n');
  const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) =>
    Number(at),
  );
  expect(offsets.map((at) => pdf.slice(at, at + 7))).toEqual(
    offsets.map((_, index) => `${index + 1} 0 obj`),
  );
  const [, length, stream = ''] = /\/Length (\d+) >>\nstream\n([\s\S]*)endstream/.exec(pdf) ?? [];
  expect(stream).toHaveLength(Number(length));
  expect(stream).toContain('(Toko \\(Ana\\) \\\\ 1) Tj');
  // Four digits of 556 and a point of 278 thousandths at ten points end at 500.
  expect(stream).toContain('474.98 680.00 Td (1.000) Tj');
  expect(onePagePdf(texts, []).equals(onePagePdf(texts, []))).toBe(true);
});

const hasReader = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasReader) console.warn('pdftotext is not here: what another program reads is not tested');

test.skipIf(!hasReader)('another program reads the texts', () => {
  const path = join(tempFolder(), 'a.pdf');
  writeFileSync(path, onePagePdf([{ text: 'Sekar Pagi é – 5', x: 50, y: 700, size: 12 }], []));
  const run = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.stdout.trim()).toBe('Sekar Pagi é – 5');
});

test.each([
  // Adobe's metrics of Helvetica and its bold, in thousandths.
  ['A', 667, 722],
  ['ÀÄÅ', 3 * 667, 3 * 722],
  ['ÖØ', 2 * 778, 2 * 778],
  ['éñ', 2 * 556, 556 + 611],
  ['îï', 2 * 278, 2 * 278],
  ['Ææ', 1889, 1889],
  ['—…', 2000, 2000],
  ['–', 556, 556],
  ['‘’', 444, 556],
  ['“”', 666, 1000],
  ['½', 834, 834],
  ['Š', 667, 667],
  ['A\u0308', 667, 722],
  ['王', 556, 611],
])('%s is as wide as its letters are drawn', (text, plain, bold) => {
  expect(textWidth(text, 1000)).toBe(plain);
  expect(textWidth(text, 1000, true)).toBe(bold);
});
