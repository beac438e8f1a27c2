import { describe, expect, it } from 'vitest';
import { nameLikeness } from '#shared/domain/people/name-likeness.ts';
import { type PersonFacts, personOf } from '#shared/domain/people/person.ts';
import { likenessOf } from '#shared/domain/people/score.ts';

const one = (facts: Partial<PersonFacts>) => personOf({ id: 1, name: '', ...facts });

describe('two names', () => {
  it.each([
    ['Bu Ratna Kusumawardani', 'RATNA KUSUMAWARDANI', 'same'],
    ['H. Soekarno Hadi', 'Sukarno Hadi, S.E.', 'same'],
    ['CV Lentera Timur', 'Lentera Timur', 'same'],
    ['Kedai Tepi Kali', 'Kedai Tepikali', 'same'],
    ['Hotel Griya Asri', 'Griya Asri Hotel', 'same'],
    ['Muhammad Rizki', 'M. Rizky', 'near'],
    ['Moh. Hasan', 'Muhammad Hasan', 'same'],
    ['Ratna Kusumawardani', 'Ratna Kusuma W.', 'part'],
    ['Ratna Kusumawardani', 'Ratna K.', 'near'],
    ['Bagas Prasetyo', 'Bagas P. (ojol)', 'near'],
    ['Ratna Kusumawardani', 'Ratna Kusumawardni', 'near'],
    ['Wulan Sari', 'Wulan Sari Dewi', 'part'],
    ['Toko Makmur 1', 'Toko Makmur 2', 'other'],
    ['Rudi Santoso', 'Budi Santoso', 'other'],
    ['Ratna', 'Wulan', 'other'],
    ['A****i', 'A****i', 'unknown'],
    ['umum', 'Ratna', 'unknown'],
    ['', '', 'unknown'],
  ])('%s and %s: %s', (a, b, likeness) => {
    expect(nameLikeness(one({ name: a }), one({ name: b }))).toBe(likeness);
  });
});

describe('two people', () => {
  const phones = ['6281255500137'];
  it('are one without asking by a phone that nobody else has and a name that goes with it', () => {
    const [a, b] = [one({ name: 'Bu Ratna Wati', phones }), one({ name: 'Ratna Wati', phones })];
    const found = { score: 80, surety: 'certain', reasons: ['phone', 'nameNear'] };
    expect(likenessOf(a, b)).toEqual(found);
    // The same name is said only where it is the same, letter by letter.
    expect(likenessOf(b, b)).toEqual({ ...found, reasons: ['phone', 'name'] });
    const shared = { sharing: () => 9, named: () => 1 };
    expect(likenessOf(a, b, shared).surety).toBe('likely');
    const named = { ...a, birthdayOn: '1984-06-21' };
    expect(likenessOf(named, { ...b, birthdayOn: '1990-06-21' }).surety).not.toBe('certain');
    expect(likenessOf({ ...a, gender: 'female' }, { ...b, gender: 'male' }).surety).toBe('likely');
  });

  it('are asked about, never taken for one, by a phone alone', () => {
    const [a, b] = [one({ name: 'Ratna Wati', phones }), one({ name: 'Budi Santoso', phones })];
    expect(likenessOf(a, b).surety).toBe('possible');
    expect(likenessOf(a, one({ phones })).surety).toBe('likely');
  });

  it('are nobody where a marketplace hid who they are', () => {
    for (const hidden of [
      { name: 'A****i', emails: ['b***i@contoh.id'] },
      { name: 'Ratna ***', phones: ['08**'] },
      { name: '', codes: ['till ****78'] },
      { name: 'S* W*', street: 'Jl. P****** 1', city: 'Sleman' },
    ])
      expect(likenessOf(one(hidden), one(hidden)).surety, JSON.stringify(hidden)).toBeNull();
  });

  it('are not one because many bear that name', () => {
    const [a, b] = [
      one({ name: 'Siti Aminah', city: 'Sleman' }),
      one({ name: 'Siti Aminah', city: 'Sleman' }),
    ];
    expect(likenessOf(a, b).surety).toBe('likely');
    expect(likenessOf(a, b, { sharing: () => 1, named: () => 20 }).surety).toBe('possible');
    const elsewhere = { ...b, city: 'medan' };
    expect(likenessOf(a, elsewhere, { sharing: () => 1, named: () => 20 }).surety).toBeNull();
  });
});
