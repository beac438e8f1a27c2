import { expect, test } from 'vitest';
import { EMPTY_FACTS, mergeFacts } from '#renderer/features/customers/facts/facts-values.ts';

const before = { ...EMPTY_FACTS, name: 'Wulan', occupation: 'Guru', tags: ['kantor'] };

test('newer facts keep what was typed meanwhile into other fields', () => {
  const typed = { ...before, occupation: 'Kepala sekolah', note: 'Suka pagi' };
  const latest = { ...before, uses: 'Pantry kantor', tags: ['kantor', 'langganan'] };
  expect(mergeFacts(before, typed, latest)).toEqual({
    ...latest,
    occupation: 'Kepala sekolah',
    note: 'Suka pagi',
  });
});

test('a field that both changed shows the newest', () => {
  const typed = { ...before, occupation: 'Kepala sekolah' };
  const latest = { ...before, occupation: 'Dosen' };
  expect(mergeFacts(before, typed, latest)).toEqual(latest);
});
