import { describe, expect, it } from 'vitest';
import {
  complaintWord,
  isCompensationWord,
  readCompensation,
  readComplaintKind,
  readComplaintState,
  readSeverity,
  saysNothing,
} from '#shared/domain/vocabulary/complaint-words.ts';
import {
  compensationKinds,
  complaintKinds,
  complaintStates,
  severities,
} from '#shared/domain/vocabulary/complaints.ts';
import { expectRoundTrip } from '#tests/support/word-round-trip.ts';

expectRoundTrip({
  name: 'severity',
  values: severities,
  read: readSeverity,
  word: complaintWord.severity,
});
expectRoundTrip({
  name: 'kind',
  values: complaintKinds,
  read: readComplaintKind,
  word: complaintWord.kind,
});
expectRoundTrip({
  name: 'state',
  values: complaintStates,
  read: readComplaintState,
  word: complaintWord.state,
});
expectRoundTrip({
  name: 'compensation',
  values: compensationKinds,
  read: readCompensation,
  word: complaintWord.compensation,
});

describe('what shops write', () => {
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
