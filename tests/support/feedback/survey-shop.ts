import type { SurveyQuestion } from '#shared/contract/feedback/shapes.ts';
import type { Input } from '#shared/contract/index.ts';
import type { SurveyId } from '#shared/ids.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const plain = { choices: [], measures: null, dimension: null };

/** One question of each kind, and a pair of what is expected and met. */
export const everyKind: readonly SurveyQuestion[] = [
  { ...plain, kind: 'stars', text: 'Seberapa puas?' },
  { ...plain, kind: 'scale', text: 'Merekomendasikan?', measures: 'recommend' },
  { ...plain, kind: 'yesNo', text: 'Ketemu yang dicari?' },
  { ...plain, kind: 'choice', text: 'Tahu dari mana?', choices: ['Teman', 'Instagram'] },
  { ...plain, kind: 'words', text: 'Apa yang kurang?' },
  { ...plain, kind: 'stars', text: 'Penting?', measures: 'expected', dimension: 'empathy' },
  { ...plain, kind: 'stars', text: 'Bagaimana kami?', measures: 'met', dimension: 'empathy' },
];

/** A survey that asks all of that, but for what a test settles otherwise. */
export const surveyFacts = {
  ...{ name: 'Kepuasan', intro: 'Boleh tanya?', thanks: 'Terima kasih', handedOut: null },
  questions: [...everyKind],
} satisfies Input<'feedback.create'>['facts'];

/** A shop of so many by the names Orang 1, Orang 2 and so on, and a survey in it. */
export async function surveyShop(
  people: number,
): Promise<{ readonly shop: DirectShop; readonly surveyId: SurveyId }> {
  const shop = await directShop();
  for (let index = 1; index <= people; index += 1)
    addCustomer(shop.raw, { name: `Orang ${index}`, phones: [`+62811000${1000 + index}`] });
  finishShop(shop.raw);
  const { id: surveyId } = await shop.ask('feedback.create', { facts: surveyFacts });
  return { shop, surveyId };
}

/** An answer of those numbers and words to the questions in their order; null passes one over. */
export function answerOf(
  said: readonly (number | string | null)[],
  part: Partial<Input<'feedback.answer'>['facts']> = {},
): Input<'feedback.answer'>['facts'] {
  const values = said.flatMap((one, index) => {
    const questionId = index + 1;
    if (one === null) return [];
    const words = typeof one === 'string' ? one : '';
    return [{ questionId, number: typeof one === 'number' ? one : null, words }];
  });
  return { customerId: null, way: 'paper', answeredOn: '2026-06-15', values, ...part };
}
