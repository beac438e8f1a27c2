import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { retiredWordings } from '#build/checks/retired-wordings.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** A tree whose windows say these texts. */
function saying(language: 'id' | 'en', texts: readonly string[]): string {
  const root = tempFolder();
  const folder = join(root, 'shared', 'locale', language);
  mkdirSync(folder, { recursive: true });
  const content = { trial: Object.fromEntries(texts.map((text, at) => [`t${at}`, text])) };
  writeFileSync(join(folder, 'trial.json'), JSON.stringify(content));
  return root;
}

const retired = {
  id: [
    'Pilih berkas',
    'Bawa masuk file saya',
    'Membawa',
    'Jangan diambil',
    'Wawasan',
    'Saring menurut lapisan',
    'Suspek',
    'Di luar jangkauan',
    'Siapa saja',
    'Batalkan',
    'Nama produk',
    'Beri tanda',
    'Separuh nilai datang dari 34 dari 359',
    'paling sedikit, karena yang masih membeli belum selesai',
    'Batas bawah Top memisahkan omzet yang sama',
    '% bertumpuk',
    'Solusi lewat 132 jam',
    'Redam dulu selama',
    'Kebaikan kita',
    'Langsung selesai',
  ],
  en: [
    'Filter by layer',
    'Rest of the world',
    'Who are they',
    'Years kept',
    'Keeping one customer, a year',
    'The lower edge of Top',
    'Solution late by 132 hours',
    'Our kindness',
    'no value to reckon',
    'Later, begin empty',
    'Go on',
    'Write down',
    'Edit the facts',
    'Judgement',
    'Brought by',
    'mend them',
    'How far',
    'From whom',
    'Set authority',
    'No sorry yet',
    'The dearest 3 are shown.',
    'the first 1 % are Top',
  ],
};

const right = {
  id: [
    'Batal',
    'Belum kenal (suspek)',
    'Dibatalkan',
    'tanda kutip',
    '{nama}, maaf {produk} terlambat',
    'Diambil dari kalimat pertama',
    '{{percent}} %',
  ],
  en: [
    'See {{layer}}',
    'The first are $t(layer.top)',
    'From an authority',
    'Write down who approved it',
    '1% = 1 customer',
  ],
};

test.each(['id', 'en'] as const)(
  'each retired wording is named where it comes back: %s',
  (language) => {
    const said = retiredWordings(saying(language, retired[language]));
    retired[language].forEach((text, at) => {
      expect(
        said.filter((line) => line.includes(`trial.t${at} `)),
        text,
      ).toHaveLength(1);
    });
  },
);

test.each(['id', 'en'] as const)('what is only like one passes: %s', (language) => {
  expect(retiredWordings(saying(language, right[language]))).toEqual([]);
});

test('nothing retired is said', () => {
  expect(retiredWordings(join(import.meta.dirname, '..', '..', '..'))).toEqual([]);
});
