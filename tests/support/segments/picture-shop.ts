import { insertRow } from '../handover/handover-shop.ts';
import type { DirectShop } from '../shop/direct-shop.ts';
import { segmentShop } from '../shop/segment-shop.ts';

const at = '2026-02-01T05:00:00.000Z';

/** The shop of segments, with causes of complaints, reviews, a survey and what was said; Sleman differs from the rest. */
export async function pictureShop(people = 240): Promise<DirectShop> {
  const shop = await segmentShop(people);
  const { raw } = shop;
  raw.transaction(() => {
    const cause = "CASE id % 3 WHEN 0 THEN 'Apek' WHEN 1 THEN 'Terlambat' END";
    raw.exec(`UPDATE complaints SET cause = ${cause}, cause_key = lower(${cause})`);
    const survey_id = insertRow(shop, 'surveys', { name: 'Puas?', created_at: at });
    const question = (position: number, kind: string, measures: string | null) =>
      insertRow(shop, 'survey_questions', {
        ...{ survey_id, position, kind, text: `T${position}`, measures },
        dimension: measures === 'met' ? 'empathy' : null,
      });
    const asked = [
      question(0, 'stars', 'met'),
      question(1, 'scale', 'recommend'),
      question(2, 'stars', 'expected'),
    ];
    for (let customer_id = 1; customer_id <= people; customer_id += 1) {
      if (customer_id % 2 === 0)
        insertRow(shop, 'reviews', {
          ...{ customer_id, platform: 'google', rating: 1 + (customer_id % 5), created_at: at },
          ...{ posted_on: '2026-02-01', revised_rating: customer_id % 8 === 0 ? 5 : null },
        });
      if (customer_id % 3 !== 0) {
        const answer_id = insertRow(shop, 'survey_answers', {
          ...{ survey_id, customer_id, way: 'phone', outcome: 'answered' },
          ...{ answered_on: '2026-02-01', created_at: at },
        });
        for (const [no, question_id] of asked.entries())
          insertRow(shop, 'survey_values', {
            ...{ answer_id, question_id },
            number: no === 1 ? customer_id % 11 : 1 + (customer_id % 5),
          });
      }
      if (customer_id % 5 === 0)
        insertRow(shop, 'interactions', {
          ...{ customer_id, channel: 'visit', direction: 'in', topic: 'suggestion' },
          ...{ happened_at: at, text: 'Buka lebih pagi', created_at: at },
        });
    }
  })();
  await shop.ask('settings.update', { language: 'en', shopName: 'Sekar Pagi' });
  return shop;
}
