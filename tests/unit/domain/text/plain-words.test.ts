import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlainWords } from '#shared/domain/text/plain-words.ts';
import '#tests/support/property-seed.ts';

const good = {
  id: [
    'Garansi 12 bulan sejak Anda beli. Kalau motor atau sakelar rusak sendiri, kami perbaiki gratis.\nTidak dijamin: kabel putus, jatuh, dan kena air.\nCara klaim: bawa barang dan nota ke toko, atau kirim foto lewat WhatsApp.',
    'Rusak dalam 7 hari? Kami ganti baru. Kecuali karena jatuh. Datang saja dengan notanya.',
  ],
  en: [
    'Guaranteed for 12 months from the day you buy it. If the motor fails by itself, we repair it free of charge.\nNot covered: cut cables, drops and water.\nTo claim, bring the item and your receipt, or send us a photo on WhatsApp.',
    'Broken within 7 days? We replace it. This does not include drops. Just come in with the receipt.',
  ],
} as const;

const bad = {
  id: 'Apabila terjadi kerusakan sebagaimana dimaksud dalam ketentuan di atas maka pihak konsumen wajib mengajukan klaim selambat-lambatnya dalam jangka waktu yang telah disepakati oleh kedua belah pihak. Garansi tidak berlaku kecuali barang diperiksa, dinyatakan rusak, dan disetujui. Syarat dan ketentuan berlaku. Kerusakan krn force majeure tdk termasuk.',
  en: 'In the event that the aforementioned goods are found defective pursuant to the terms set out hereinafter, the purchaser shall submit a claim to the vendor without undue delay and prior to expiry. Goods are inspected and are repaired or will be replaced. Claims are not accepted unless made in writing. Liability for force majeure, e.g. floods, is excluded. DOA only.',
} as const;

function words(text: string, language: 'id' | 'en', kind: string): [string, string | null][] {
  return checkPlainWords(text, language)
    .findings.filter((one) => one.kind === kind)
    .map((one) => [one.text.toLowerCase(), one.proposal]);
}

describe('plain words', () => {
  it.each([
    ['id', good.id[0]],
    ['id', good.id[1]],
    ['en', good.en[0]],
    ['en', good.en[1]],
  ] as const)('a policy a shop owner would say is left alone (%s)', (language, text) => {
    expect(checkPlainWords(text, language)).toEqual({ findings: [], missing: [] });
  });

  it('offers the plain word for words of contracts in Indonesian', () => {
    expect(words(bad.id, 'id', 'jargon')).toEqual([
      ['apabila', 'kalau'],
      ['sebagaimana dimaksud', 'seperti di atas'],
      ['ketentuan', 'aturan'],
      ['pihak konsumen', 'Anda'],
      ['selambat-lambatnya', 'paling lambat'],
      ['jangka waktu', 'lama'],
      ['pihak', 'kami atau Anda'],
      ['syarat dan ketentuan berlaku', 'tulis syaratnya di sini'],
      ['force majeure', 'kejadian luar biasa seperti banjir atau gempa'],
    ]);
    expect(words(bad.id, 'id', 'abbreviation')).toEqual([
      ['krn', 'karena'],
      ['tdk', 'tidak'],
    ]);
  });

  it('offers the plain word for words of contracts in English', () => {
    expect(words(bad.en, 'en', 'jargon')).toEqual([
      ['in the event that', 'if'],
      ['the aforementioned', 'this'],
      ['pursuant to', 'under'],
      ['hereinafter', 'from here on'],
      ['purchaser', 'you'],
      ['shall', 'must'],
      ['the vendor', 'we'],
      ['prior to', 'before'],
      ['liability', 'what we answer for'],
      ['force majeure', 'events like a flood or an earthquake'],
    ]);
    expect(words(bad.en, 'en', 'abbreviation')).toEqual([
      ['e.g.', 'for example'],
      ['doa', null],
    ]);
  });

  it('names two negations that cancel each other', () => {
    expect(words(bad.id, 'id', 'double-negation')).toEqual([['tidak berlaku kecuali', null]]);
    expect(words(bad.en, 'en', 'double-negation')).toEqual([['not accepted unless', null]]);
    expect(words('Ini bukan tidak mungkin.', 'id', 'double-negation')).toEqual([
      ['bukan tidak mungkin', 'mungkin'],
    ]);
    expect(words('Not valid unless shown.', 'en', 'double-negation')).toHaveLength(1);
    expect(words('This is not unusual.', 'en', 'double-negation')).toEqual([
      ['not unusual', 'usual'],
    ]);
  });

  it('names chains of things that nobody does, and who does them', () => {
    expect(words(bad.id, 'id', 'passive')).toEqual([
      ['diperiksa', 'kami periksa'],
      ['dinyatakan', 'kami nyatakan'],
      ['disetujui', 'kami setujui'],
    ]);
    expect(words(bad.en, 'en', 'passive')).toEqual([
      ['are inspected', 'we check'],
      ['are repaired', 'we repair'],
      ['be replaced', 'we replace'],
    ]);
    const bought = 'Barang yang dibeli lalu dipakai akan diganti.';
    expect(words(bought, 'id', 'passive').map(([, plain]) => plain)).toEqual([
      'Anda beli',
      'Anda pakai',
      'kami ganti',
    ]);
    expect(words('Diskon dari direktur untuk dinding dapur di dinas.', 'id', 'passive')).toEqual(
      [],
    );
  });

  it('parts a sentence of more than twenty words near its middle', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => `kata${index}`).join(' ');
    expect(words(`${twenty}.`, 'id', 'long')).toEqual([]);
    const [found] = words(`${twenty.replace('kata9', 'kata9, ')} lagi.`, 'id', 'long');
    expect(found?.[1]).toMatch(/^kata0 .*kata9, \/ kata10 .*lagi$/);
    expect(words(`${twenty} lagi`, 'id', 'long')).toEqual([[`${twenty} lagi`, null]]);
    expect(words(twenty.replace('kata11', 'kata11 karena hujan'), 'id', 'long')[0]?.[1]).toMatch(
      /kata11 \/ karena hujan kata12/,
    );
  });

  it.each([
    ['id', 'Barang bagus dan awet.', ['length', 'covers', 'excludes', 'claim']],
    ['id', 'Garansi 6 bulan.', ['covers', 'excludes', 'claim']],
    ['id', 'Garansi 6 bulan. Mesin kami perbaiki.', ['excludes', 'claim']],
    ['id', 'Garansi setahun. Mesin dijamin. Tidak termasuk kabel.', ['claim']],
    ['en', 'A good and lasting thing.', ['length', 'covers', 'excludes', 'claim']],
    ['en', 'For a year we repair the motor.', ['excludes', 'claim']],
    ['en', 'For 12 months we repair it, except the cable. Bring the receipt.', []],
  ] as const)('says what a policy leaves open (%s: %s)', (language, text, missing) => {
    expect(checkPlainWords(text, language).missing).toEqual(missing);
  });

  it('finds words only where they stand whole, in any case', () => {
    expect(words('SHALL we? Shallow marshall.', 'en', 'jargon')).toEqual([['shall', 'must']]);
    expect(words('Pihaknya berpihak.', 'id', 'jargon')).toEqual([]);
  });

  it('points at exactly the words it names, in any text', () => {
    const pieces = fc.constantFrom(
      ...[
        'apabila ',
        'İ',
        'ß',
        'shall ',
        'tidak ',
        'kecuali ',
        'diperiksa ',
        'krn ',
        'SN ',
        '. ',
        '\n',
      ],
      ...['is repaired ', 'not ', 'unless ', '1.5 ', 'e.g. ', '😀 '],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('id', 'en'), (given, language) => {
        const { findings } = checkPlainWords(given, language);
        for (const { start, end, text: named } of findings)
          expect(given.slice(start, end)).toBe(named);
        expect(findings.every((one) => one.text !== '')).toBe(true);
      }),
    );
  });
});
