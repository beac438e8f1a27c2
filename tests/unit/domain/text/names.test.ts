import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bareNameKey,
  isBlankName,
  isMasked,
  looksLikeBusiness,
  nameKey,
} from '#shared/domain/text/names.ts';
import { readCustomerKind, readGender } from '#shared/domain/vocabulary/customer-words.ts';

describe('name keys', () => {
  it.each([
    ['  Ibu   WULAN ', 'ibu wulan'],
    ['José Ma’ruf', 'jose maruf'],
    ["Ma'ruf", 'maruf'],
    ['H. Ahmad-Zaki', 'h ahmad zaki'],
    ['ＷＵＬＡＮ', 'wulan'],
    ['CV. Lentera Timur', 'cv lentera timur'],
    ['山本 太郎', '山本 太郎'],
    ['***', ''],
  ])('%s is %s', (name, key) => expect(nameKey(name)).toBe(key));

  it('do not change when made again, whatever the letter case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });

  it.each([
    ['Bpk. H. Bagas P.', 'bagas p'],
    ['Ibu Hj. Siti', 'siti'],
    ['Sdr. Joko', 'joko'],
    ['CV. Lentera Timur', 'lentera timur'],
    ['PT Maju Jaya Tbk', 'maju jaya'],
    ['Lentera Timur, CV', 'lentera timur'],
    ['UD Toko Sinar', 'sinar'],
    ['Budi Santoso, S.E., M.M.', 'budi santoso'],
    ['Santoso, Budi', 'santoso budi'],
    ['Toko Mas', 'mas'],
    ['Ibu', 'ibu'],
  ])('%s without titles and legal forms is %s', (name, key) => expect(bareNameKey(name)).toBe(key));
});

describe('names that say nothing', () => {
  it.each([
    ...['', '-', ' ', 'n/a', 'NA', 'NN', 'umum', 'Umum', 'CASH', 'tanpa nama', 'Pelanggan Umum'],
    ...['walk in', 'Walk-in customer', 'guest', 'Tunai', 'Ibu', 'no name', '.'],
  ])('%j is no customer', (name) => expect(isBlankName(name)).toBe(true));

  it.each(['Umum Jaya', 'Na', 'Ibu Wulan', 'Toko Umum', 'Cashmira', 'Budi'])(
    '%s is a customer',
    (name) => expect(isBlankName(name)).toBe(false),
  );

  it.each([
    ...['A****i', '******78', 'A***', '***', 'Jl. M****', '########', 'A*u', 'S* W*', '*i', '*78'],
  ])('%s is masked', (text) => {
    expect(isMasked(text)).toBe(true);
  });

  it.each([
    ...['Ani', '* Work', 'Blok #12', '2 * 3', ''],
    ...['Nama*', '*Customer', 'No HP *', 'Ayu*', '*Ayu Lestari', '081234500001*', 'Nama (*)'],
  ])('%j is not masked', (text) => {
    expect(isMasked(text)).toBe(false);
  });
});

describe('businesses', () => {
  it.each(['CV. Lentera Timur', 'Lentera Timur, PT', 'Toko Sinar', 'APOTEK TAPAK', 'Kernel Ltd'])(
    '%s looks like one',
    (name) => expect(looksLikeBusiness(name)).toBe(true),
  );
  it.each(['Bu Wulan', 'Toko', 'Putri Cahya', 'Udin', 'Budi Santoso'])('%s does not', (name) => {
    expect(looksLikeBusiness(name)).toBe(false);
  });

  it('and people are told apart by the words files use', () => {
    expect(['Company', 'perorangan', 'Badan Usaha', 'x'].map(readCustomerKind)).toEqual([
      'business',
      'person',
      'business',
      null,
    ]);
    expect(['L', 'Perempuan', 'laki-laki', 'F', '?', 1].map(readGender)).toEqual([
      'male',
      'female',
      'male',
      'female',
      null,
      null,
    ]);
  });
});
