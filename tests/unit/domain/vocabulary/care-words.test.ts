import { describe, expect, it } from 'vitest';
import {
  careWord,
  isCompensationWord,
  readChannel,
  readCompensation,
  readComplaintKind,
  readComplaintState,
  readDirection,
  readOutcome,
  readSeverity,
  readTopic,
  saysNothing,
} from '#shared/domain/vocabulary/care-words.ts';

const tables = [
  [
    'channel',
    readChannel,
    ['visit', 'call', 'whatsapp', 'email', 'sms', 'letter', 'social', 'marketplace', 'other'],
  ],
  ['direction', readDirection, ['in', 'out']],
  ['topic', readTopic, ['contact', 'suggestion', 'criticism', 'need']],
  ['outcome', readOutcome, ['reached', 'no-answer', 'waiting', 'ordered', 'declined']],
  ['severity', readSeverity, ['light', 'medium', 'severe']],
  ['kind', readComplaintKind, ['customer', 'employee', 'regulator']],
  [
    'state',
    readComplaintState,
    ['received', 'answered', 'diagnosed', 'resolved', 'improved', 'closed'],
  ],
  [
    'compensation',
    readCompensation,
    ['return', 'discount', 'voucher', 'refund', 'replacement', 'other'],
  ],
] as const;

describe.each(tables)('the words of %s', (name, read, values) => {
  it('that go out are read back, in both languages, and so are the stored values', () => {
    const word = careWord[name] as (value: string, language: 'id' | 'en') => string;
    for (const value of values) {
      expect(read(word(value, 'id'))).toBe(value);
      expect(read(word(value, 'en'))).toBe(value);
      expect(read(value)).toBe(value);
    }
  });

  it('are none where there is no text or no such word', () => {
    for (const text of ['', '  ', '-', null, true, 'entahlah', 'xyz 12']) {
      expect(read(text)).toBeNull();
    }
  });
});

describe('what shops write', () => {
  it.each([
    ['wa', 'whatsapp'],
    ['Chat WA', 'whatsapp'],
    ['Telp.', 'call'],
    ['datang ke toko', 'visit'],
    ['DM IG', 'social'],
    ['chat shopee', 'marketplace'],
    ['e-mail', 'email'],
  ])('%s is the channel %s', (text, channel) => {
    expect(readChannel(text)).toBe(channel);
  });

  it.each([
    ['SELESAI', 'resolved'],
    ['sudah selesai', 'resolved'],
    ['belum selesai', 'received'],
    ['open', 'received'],
    ['on progress', 'answered'],
    ['sedang kami proses', 'answered'],
    ['CLOSED', 'closed'],
    ['sudah ditutup kemarin', 'closed'],
  ])('%s is the state %s', (text, state) => {
    expect(readComplaintState(text)).toBe(state);
  });

  it('for compensation says what it was, and keeps what is more than a word', () => {
    expect(readCompensation('voucher 50rb')).toBe('voucher');
    expect(isCompensationWord('voucher 50rb')).toBe(false);
    expect(isCompensationWord('Ganti Baru')).toBe(true);
    expect(readCompensation('potong harga')).toBe('discount');
    expect(saysNothing('Tidak ada')).toBe(true);
    expect(saysNothing('diskon')).toBe(false);
  });

  it('for severity may be a digit', () => {
    expect([readSeverity(1), readSeverity('3'), readSeverity(7)]).toEqual([
      'light',
      'severe',
      null,
    ]);
  });
});
