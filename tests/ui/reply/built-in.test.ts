import { describe, expect, it } from 'vitest';
import { builtInKeys, builtInReply } from '#renderer/components/replies/built-in.ts';
import { linkFor, longestLink, waysTo } from '#renderer/components/replies/reply-link.ts';
import { checkReply } from '#shared/domain/replies/check.ts';
import type { MergeValues } from '#shared/domain/replies/merge.ts';

const usual: Partial<MergeValues> = {
  name: 'Pak Damar',
  product: 'Robusta Temanggung',
  number: 'K-2026-031',
  solution: 'Kirim 5 kg sangrai baru besok pagi.',
  compensation: 'potongan harga Rp 50.000',
  shop: 'Sekar Pagi',
  me: 'Sekar',
  contact: '0812-5550-0118',
};

const situations = [
  ['private with all known', { isPublic: false, values: usual }],
  ['private without compensation', { isPublic: false, values: { ...usual, compensation: '' } }],
  ['private before a solution', { isPublic: false, values: { ...usual, solution: '' } }],
  [
    'private without product',
    { isPublic: false, values: { ...usual, product: '', compensation: '' } },
  ],
  ['public', { isPublic: true, values: { ...usual, product: '', solution: '' } }],
  ['public to nobody named', { isPublic: true, values: { ...usual, name: '', product: '' } }],
] as const;

describe('every built-in reply', () => {
  it.each(
    (['id', 'en'] as const).flatMap((language) =>
      builtInKeys.flatMap((key) =>
        situations.map(([name, given]) => ({ language, key, name, given })),
      ),
    ),
  )('passes the check: $key in $language, $name', ({ language, key, given }) => {
    const text = builtInReply(key, language, given);
    const facts = {
      customerName: given.values.name ?? '',
      replyName: 'Sekar',
      replyContact: '0812-5550-0118',
      isPublic: given.isPublic,
      rating: key === 'praise' ? 5 : 2,
    };
    for (const one of [language, 'auto'] as const)
      expect(checkReply(text, { ...facts, language: one }).findings).toEqual([]);
    expect(text).not.toMatch(/\.\./);
  });

  it('names a solution that is known and makes none up', () => {
    const solved = builtInReply('late', 'id', { isPublic: false, values: usual });
    expect(solved).toContain('Kirim 5 kg sangrai baru besok pagi. Sebagai ganti rugi');
    const open = builtInReply('late', 'id', {
      isPublic: false,
      values: { ...usual, solution: '' },
    });
    expect(open).not.toContain('{');
    expect(open).not.toContain('Rp');
  });

  it('stops where it does not know who signs', () => {
    const text = builtInReply('late', 'en', { isPublic: false, values: { ...usual, me: '' } });
    const facts = { language: 'en', replyName: '', replyContact: '', isPublic: false } as const;
    expect(checkReply(text, facts).findings[0]).toMatchObject({
      key: 'unfilled',
      severity: 'stop',
    });
  });
});

const damar = { phone: '+628125550118', email: 'd+1@contoh.id', url: null, isPublic: false };

describe('how a reply leaves', () => {
  it('takes the ways there are, and a public one only to its page', () => {
    expect(waysTo(damar)).toEqual(['whatsapp', 'email', 'copy']);
    expect(waysTo({ ...damar, phone: '110' })).toEqual(['email', 'copy']);
    expect(waysTo({ ...damar, phone: null, email: null })).toEqual(['copy']);
    expect(waysTo({ ...damar, isPublic: true })).toEqual(['copy']);
    expect(waysTo({ ...damar, isPublic: true, url: 'https://g.co/x' })).toEqual(['open', 'copy']);
  });

  it('hands WhatsApp digits alone, and every sign of the text', () => {
    const text = 'Pak Damar & Bu, 100 %?\nBaris dua #1 é';
    const { url, isCopied } = linkFor('whatsapp', damar, { subject: 's', text });
    expect(url?.startsWith('https://wa.me/628125550118?text=')).toBe(true);
    expect(new URL(url ?? '').searchParams.get('text')).toBe(text);
    expect(isCopied).toBe(false);
  });

  it('hands the mail program address, subject and text', () => {
    const { url } = linkFor('email', damar, { subject: 'Keluhan K-1', text: 'a&b = c' });
    expect(url).toBe('mailto:d+1@contoh.id?subject=Keluhan%20K-1&body=a%26b%20%3D%20c');
  });

  it('copies what is too long to be handed over', () => {
    const text = 'kata '.repeat(400).trim();
    for (const way of ['whatsapp', 'email'] as const) {
      const link = linkFor(way, damar, { subject: 's', text });
      expect(link).toMatchObject({ isCopied: true, isTooLong: true });
      expect(link.url?.length).toBeLessThan(100);
    }
    const fits = 'a'.repeat(longestLink - 'https://wa.me/628125550118?text='.length);
    const mail = { subject: '', text: fits };
    expect(linkFor('whatsapp', damar, mail).isTooLong).toBe(false);
    expect(linkFor('whatsapp', damar, { ...mail, text: `${fits}a` }).isTooLong).toBe(true);
  });
});
