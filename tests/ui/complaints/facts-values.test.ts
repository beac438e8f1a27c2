import { describe, expect, test } from 'vitest';
import { bareCustomer } from '#renderer/features/complaints/facts/bare-customer.ts';
import {
  emptyFacts,
  factsOf,
  proposeTitle,
} from '#renderer/features/complaints/facts/facts-values.ts';
import { complaintsContract } from '#shared/contract/complaints.ts';
import { customerFacts } from '#shared/contract/customers.ts';

const empty = emptyFacts(null, '2026-05-12');

describe('the title that is proposed', () => {
  test('is the first sentence without its marks', () => {
    expect(proposeTitle('“Kopinya apek! Tolong diganti.”')).toBe('Kopinya apek');
    expect(proposeTitle('Gelas pecah\nSudah dua kali')).toBe('Gelas pecah');
  });

  test('is cut where a word ends', () => {
    const title = proposeTitle(
      'Kopi lima kilo yang datang hari Jumat berbau apek dan tiga gelas dikembalikan tamu',
    );
    expect(title).toBe('Kopi lima kilo yang datang hari Jumat berbau apek dan tiga…');
    expect(title.length).toBeLessThanOrEqual(61);
  });

  test('one long word is cut too, and nothing gives nothing', () => {
    expect(proposeTitle('x'.repeat(200))).toHaveLength(61);
    expect(proposeTitle('  ')).toBe('');
  });
});

describe('the moment of the form', () => {
  test('just now leaves the moment to the clock of main', () => {
    const facts = factsOf({ ...empty, words: 'Apek.' }, 'Asia/Jakarta');
    expect(facts).toMatchObject({ receivedAt: null, hasTime: true, title: 'Apek' });
    expect(complaintsContract['complaints.create'].input.safeParse(facts).success).toBe(true);
  });

  test('a day with a time is that time on the shop’s wall', () => {
    const given = { ...empty, title: 'x', isNow: false, day: '2026-05-11', time: '09:12' };
    expect(factsOf(given, 'Asia/Jakarta')).toMatchObject({
      receivedAt: '2026-05-11T02:12:00.000Z',
      hasTime: true,
    });
  });

  test('a day alone is its noon, and says that the time is not known', () => {
    const given = { ...empty, title: 'x', isNow: false, day: '2026-05-11', time: '' };
    expect(factsOf(given, 'Asia/Jakarta')).toMatchObject({
      receivedAt: '2026-05-11T05:00:00.000Z',
      hasTime: false,
    });
  });
});

describe('a customer of whom one line is known', () => {
  test('a number is a phone, anything else a name', () => {
    expect(bareCustomer('0812 5550 137', 'ID')).toMatchObject({
      name: '',
      contactPoints: [{ kind: 'phone', value: '+628125550137' }],
    });
    expect(bareCustomer('Bu Ratna', 'ID')).toMatchObject({ name: 'Bu Ratna', contactPoints: [] });
    expect(customerFacts.safeParse(bareCustomer('Toko 88', 'ID')).success).toBe(true);
  });
});
