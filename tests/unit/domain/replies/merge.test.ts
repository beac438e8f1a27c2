import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MergeField,
  mergeReply,
  mergeWords,
  salutation,
  unfilledFields,
} from '#shared/domain/replies/merge.ts';

describe('merge fields', () => {
  it('are filled in by their words of either language, in any case and spacing', () => {
    for (const field of Object.keys(mergeWords) as MergeField[])
      for (const word of Object.values(mergeWords[field]))
        for (const written of [`{${word}}`, `{ ${word.toUpperCase()} }`])
          expect(mergeReply(`a ${written} b`, { [field]: 'X' })).toBe('a X b');
  });

  it('stay as they are written while their value is not known', () => {
    const text = '{nama}, {solusi}. {apa ini}';
    expect(mergeReply(text, { name: 'Pak Damar', solution: '  ' })).toBe(
      'Pak Damar, {solusi}. {apa ini}',
    );
    expect(unfilledFields('{nama}, {solusi}. {apa ini}').length).toBe(3);
    expect(unfilledFields('{ } {1} {"a":1} {}')).toEqual([]);
  });

  it('bring no second full stop', () => {
    expect(mergeReply('Kami {solusi}. Ya', { solution: 'ganti. ' })).toBe('Kami ganti. Ya');
    expect(mergeReply('Kami {solusi} ya', { solution: 'ganti.' })).toBe('Kami ganti. ya');
  });

  it('take a value for what it is, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        fc.pre(value.trim() !== '');
        expect(mergeReply('<{solusi}>', { solution: value })).toBe(`<${value.trim()}>`);
      }),
    );
  });
});

describe('how a customer is spoken to', () => {
  it.each([
    ['Bapak Damar Wicaksono', 'Pak Damar'],
    ['Bpk. Damar Wicaksono, S.E.', 'Pak Damar'],
    ['IBU WULAN SARI', 'Bu Wulan'],
    ['Ny. Tan', 'Bu Tan'],
    ['H. Ahmad Fauzi', 'Pak Haji Ahmad'],
    ['Bapak H. Ahmad', 'Pak Haji Ahmad'],
    ['Hj. Siti', 'Bu Haji Siti'],
    ['mbak rina', 'Mbak Rina'],
    ['Mas  Andi Putra', 'Mas Andi'],
    ['Ratna Kusumawardani', 'Ratna Kusumawardani'],
    ['budi santoso', 'Budi Santoso'],
    ['Kedai Tepi Kali', 'Kedai Tepi Kali'],
    ['kopi_lover88', 'kopi_lover88'],
    ['Ibu', 'Ibu'],
    ['Mr Smith', 'Mr Smith'],
    ['', ''],
    ['kopi_lover88', 'kopi_lover88'],
    ['Toko 99', 'Toko 99'],
    ['+62 812-3456-7890', ''],
    ['ratna@contoh.id', ''],
    ['PLG-0012', ''],
    ['17850', ''],
    ['@ratna', '@ratna'],
  ])('%s is %s', (name, spoken) => {
    expect(salutation(name)).toBe(spoken);
  });
});
