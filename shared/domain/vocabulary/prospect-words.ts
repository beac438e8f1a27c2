import type { LostReason, Stage } from './prospects.ts';
import { type Language, wordOf, wordTable } from './word-table.ts';

const STAGES = wordTable<Stage>({
  contact: 'Kontak pertama|First contact',
  need: 'Kebutuhan jelas|Need known',
  offer: 'Penawaran|Offer',
  won: 'Jadi|Won',
  lost: 'Tidak jadi|Lost',
});

const REASONS = wordTable<LostReason>({
  price: 'Harga|Price',
  elsewhere: 'Beli di tempat lain|Bought elsewhere',
  noNeed: 'Tidak perlu lagi|No need any more',
  noAnswer: 'Tidak ada jawaban|No answer',
  later: 'Belum sekarang|Not now',
  other: 'Lainnya|Other',
});

/** The word an export writes for a stage. */
export function stageWord(stage: Stage, language: Language): string {
  return wordOf(stage, language, STAGES);
}

/** The words an export writes for why a prospect was lost. */
export function lostWord(reason: LostReason, language: Language): string {
  return wordOf(reason, language, REASONS);
}
