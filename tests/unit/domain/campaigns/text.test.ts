import { describe, expect, it } from 'vitest';
import { smsParts } from '#shared/domain/campaigns/length.ts';
import { fillCampaign, neededFields, unknownFields } from '#shared/domain/campaigns/merge.ts';

const damar = {
  ...{ name: 'Bapak Damar Wicaksono', product: 'Biji kopi', points: '12' },
  ...{ shop: 'Sekar', me: 'Tari' },
};
const nobody = { name: '', product: '', points: '0', shop: 'Sekar', me: '' };

describe('a text to many', () => {
  it('says how many points somebody has, none too', () => {
    expect(fillCampaign('{poin} / {points}', damar)).toBe('12 / 12');
    expect(fillCampaign('{poin}', nobody)).toBe('0');
  });

  it('says to each what is known of them, in either language', () => {
    const text = 'Halo {sapaan} ({nama}), {barang} ada lagi di {toko}. {saya}';
    expect(fillCampaign(text, damar)).toBe(
      'Halo Pak Damar (Bapak Damar Wicaksono), Biji kopi ada lagi di Sekar. Tari',
    );
    expect(fillCampaign('{ Greeting }: {product} at {shop}', damar)).toBe(
      'Pak Damar: Biji kopi at Sekar',
    );
  });

  it('says what it has instead where nothing is known, and leaves a gap to be seen where it has nothing', () => {
    expect(fillCampaign('Halo {sapaan|Kak}, {barang|kopi}nya?', nobody)).toBe('Halo Kak, kopinya?');
    expect(fillCampaign('Halo{nama|}.', nobody)).toBe('Halo.');
    expect(fillCampaign('Halo {nama}', nobody)).toBe('Halo {nama}');
    expect(fillCampaign('Halo {nama|Kak}', damar)).toBe('Halo Bapak Damar Wicaksono');
  });

  it('tells which fields would leave a gap, and what is no field', () => {
    const text = 'Halo {nama|Kak}, {product} {diskon}';
    expect([...neededFields(text)]).toEqual(['product']);
    expect(unknownFields(text)).toEqual([{ start: 27, end: 35 }]);
    expect(unknownFields('{nama} {sapaan|Kak}')).toEqual([]);
  });

  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    [`${'a'.repeat(158)}€`, 1],
    [`${'a'.repeat(159)}€`, 2],
    [`${'a'.repeat(68)}☕`, 1],
    [`${'a'.repeat(70)}☕`, 2],
    ['', 1],
  ])('takes so many SMS: %#', (text, parts) => {
    expect(smsParts(text)).toBe(parts);
  });
});
