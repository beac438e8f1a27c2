import { beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '#tests/support/handover/handover-shop.ts';
import { at, emptyShop, people, pictured } from '#tests/support/segments/small-picture.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;

beforeEach(async () => {
  shop = await emptyShop();
});

it('names no cause that few share, and counts those complaints with the ones of no known cause', async () => {
  people(shop, [14, 10], (no, customer_id) => {
    const cause = no < 8 ? 'Apek' : no < 11 ? 'Basi' : null;
    insertRow(shop, 'complaints', {
      ...{ number: `K-${no}`, title: 'x', channel: 'visit', severity: 'light', customer_id, cause },
      ...{ kind: 'customer', state: 'received', cause_key: cause?.toLowerCase() ?? null },
      ...{ received_at: at, created_at: at, answer_due_at: at, resolution_due_at: at },
    });
  });
  const { parts } = await pictured(shop);
  const complained = parts.get('What they complain about');
  expect(complained?.tables.get('What they complain about')?.rows).toEqual([['Apek', 8, 8]]);
  expect(complained?.said.slice(1)).toEqual([
    '6 more complaints have causes that fewer than 5 share, or that are further down, or none is noted.',
  ]);
});

describe('what they praise', () => {
  /** Ten people answer what each side of service was worth to them. */
  function answers(sides: Readonly<Record<string, (no: number) => number>>): void {
    const survey_id = insertRow(shop, 'surveys', { name: 'Puas?', created_at: at });
    const questions = Object.keys(sides).map((dimension, position) => ({
      dimension,
      id: insertRow(shop, 'survey_questions', {
        ...{ survey_id, position, kind: 'stars', text: 'T', measures: 'met', dimension },
      }),
    }));
    people(shop, [10, 10], (no, customer_id) => {
      const answer_id = insertRow(shop, 'survey_answers', {
        ...{ survey_id, customer_id, way: 'phone', outcome: 'answered' },
        ...{ answered_on: '2026-02-01', created_at: at },
      });
      for (const { id: question_id, dimension } of questions)
        insertRow(shop, 'survey_values', {
          ...{ answer_id, question_id, number: sides[dimension]?.(no) ?? 1 },
        });
    });
  }
  const first = async () =>
    (await pictured(shop)).parts.get('What they praise, and what they ask for')?.said[0];

  it('names one side of service as the best only among several, alone in front and found good by most', async () => {
    answers({ empathy: () => 5, reliance: (no) => (no < 5 ? 5 : 1) });
    expect(await first()).toBe(
      'They find this best: Empathy. Of the answers of 10 of them, 4 or 5 stars have 10 of 10 (100%)',
    );
  });

  it('says of the only side asked about how it was found, even where nobody found it good', async () => {
    answers({ empathy: () => 1 });
    expect(await first()).toBe(
      'Asked about: Empathy. Of the answers of 10 of them, 4 or 5 stars have 0 of 10 (0%)',
    );
  });

  it('says the same in Indonesian as one speaks', async () => {
    answers({ empathy: () => 1 });
    await shop.ask('settings.update', { language: 'id' });
    const { parts } = await pictured(shop);
    expect(parts.get('Apa yang mereka puji dan minta')?.said[0]).toBe(
      'Yang ditanyakan: Peduli. Jawaban dari 10 orang; yang memberi 4 atau 5 bintang 0 dari 10 (0 %)',
    );
  });

  it('says that none stands out of several that are as good as each other', async () => {
    answers({ empathy: () => 5, reliance: () => 5 });
    expect(await first()).toBe('Asked about 2 sides of service: none is clearly found best');
  });

  it('names none as the best that fewer than half find good', async () => {
    answers({ empathy: (no) => (no < 5 ? 5 : 1), reliance: () => 1 });
    expect(await first()).toBe('Asked about 2 sides of service: none is clearly found best');
  });
});
