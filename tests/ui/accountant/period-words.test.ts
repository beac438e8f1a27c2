import { expect, test } from 'vitest';
import { errorText } from '#renderer/base/error-text.ts';
import { setLanguage, startI18n, type Translate } from '#renderer/base/i18n.ts';

/** Every sentence with more than one hole: each thing said stands beside its own word, in both languages. */
const sentences: readonly (readonly [(t: Translate) => string, id: string, en: string])[] = [
  [
    (t) => t('period.changes.sum', { count: 4, revenue: 'R', owed: 'O' }),
    '4 perubahan. Selisih penjualan bersih R, selisih piutang O.',
    '4 changes. Net sales differ by R, what is owed by O.',
  ],
  [
    (t) => t('period.handOver.changed', { count: 1, difference: 'D' }),
    'Sejak file ini dibuat ada 1 perubahan, selisih penjualan bersih D. Buat file yang baru dulu kalau akuntan perlu angka yang terbaru.',
    'There was 1 change since this pack was made, net sales differ by D. Make a new pack first if the accountant needs the latest figures.',
  ],
  [
    (t) => t('period.correct.soldAnew', { amount: 'A', difference: 'D' }),
    'Dijual lagi: A. Selisih hari ini D.',
    'Sold anew: A. Difference today D.',
  ],
  [
    (t) => t('period.correct.lead', { what: 'W', date: 'D' }),
    'W tanggal D tetap seperti yang diserahkan. Yang dicatat hari ini:',
    'W of D stays as it was handed over. What is booked today:',
  ],
  [
    (t) => t('period.sale.locked', { period: 'P', date: 'D' }),
    'P diserahkan ke akuntan pada D dan dikunci, jadi penjualan ini tidak bisa diubah.',
    'P was handed to the accountant on D and is locked, so this sale cannot be changed.',
  ],
  [
    (t) => t('period.packs.unlocked', { date: 'D', reason: 'R' }),
    'Kunci dibuka D: R',
    'Unlocked D: R',
  ],
  [(t) => t('period.name.span', { from: 'F', to: 'T' }), 'F sampai T', 'F to T'],
  [
    (t) => t('period.handOver.lead', { from: 'F', to: 'T' }),
    'Tandai bahwa akuntan sudah menerima file ini. Penjualan, pembayaran, dan ganti rugi dari F sampai T lalu dikunci: tidak bisa ditambah, diubah, atau dihapus, juga tidak lewat impor.',
    'Note that the accountant has this pack. Sales, payments and compensation from F to T are locked then: nothing can be added, changed or deleted there, not by an import either.',
  ],
  [
    (t) => t('error.periodLocked.title', { from: 'F', to: 'T' }),
    'Periode F sampai T sudah diserahkan ke akuntan dan dikunci',
    'F to T was handed to the accountant and is locked',
  ],
];

test.each(['id', 'en'] as const)(
  'what is said of periods says each thing in its place in %s',
  (language) => {
    const { t } = startI18n(language);
    setLanguage(language);
    for (const [say, id, en] of sentences) expect(say(t)).toBe(language === 'id' ? id : en);
  },
);

test('a locked period names its days in the words of the language', () => {
  const error = { code: 'PERIOD_LOCKED', from: '2026-04-01', to: '2026-05-31' } as const;
  const titles = (['id', 'en'] as const).map((language) => {
    const { t } = startI18n(language);
    setLanguage(language);
    return errorText(t, error).title;
  });
  expect(titles).toEqual([
    'Periode 1 April 2026 sampai 31 Mei 2026 sudah diserahkan ke akuntan dan dikunci',
    '1 April 2026 to 31 May 2026 was handed to the accountant and is locked',
  ]);
});
