import { expect, test } from 'vitest';
import { startI18n, type Translate } from '#renderer/base/i18n.ts';
import { doneText, timeLeftText } from '#renderer/components/running/progress-line.tsx';
import type { TaskProgress } from '#renderer/state/tasks.ts';

const at = (phase: TaskProgress['phase'], done: number, total: number, elapsedMs = 0) => ({
  ...{ phase, done, total, elapsedMs },
});

test.each([
  ['en', '20% done', '12,000 rows', '1 of 5 rows', '8 seconds left'],
  ['id', '20% selesai', '12.000 baris', '1 dari 5 baris', 'sisa 8 detik'],
] as const)(
  'steps, copies and bytes are told as a share, rows as rows where they are some (%s)',
  (language, share, soFar, rows, left) => {
    const t = startI18n(language).t as Translate;
    for (const phase of ['figures', 'exporting', 'checking', 'reading', 'backup'] as const)
      expect(doneText(t, at(phase, 1, 5), '20%')).toBe(share);
    expect(doneText(t, at('exporting', 12_000, 0), '0%')).toBe(soFar);
    expect(doneText(t, at('reading', 12_000, 0), '0%')).toBe('');
    expect(doneText(t, at('figures', 0, 0), '0%')).toBe('');
    expect(doneText(t, at('writing', 1, 5), '20%', true)).toBe(rows);
    expect(doneText(t, at('reading', 1, 5), '20%', true)).toBe(share);
    expect(timeLeftText(t, at('figures', 1, 5, 2000))).toBe(left);
    expect(timeLeftText(t, at('figures', 5, 5, 2000))).toBe('');
  },
);
