import { describe, expect, it } from 'vitest';
import type { SurveyId } from '#shared/ids.ts';
import { surveyFacts, surveyShop } from '#tests/support/feedback/survey-shop.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';

describe('a survey', () => {
  it('comes back as it was written, with what belongs to the kind of each question', async () => {
    const { shop, surveyId } = await surveyShop(0);
    const row = await shop.ask('feedback.get', { id: surveyId });
    expect(row.facts).toEqual(surveyFacts);
    expect(row.questions.map(({ id, ...question }) => question)).toEqual(surveyFacts.questions);
    expect(new Set(row.questions.map(({ id }) => id)).size).toBe(surveyFacts.questions.length);
    expect(row.lastOn).toBeNull();
    const plain = { choices: [], measures: null, dimension: null };
    const odd = {
      ...surveyFacts,
      questions: [
        {
          kind: 'yesNo',
          text: 'Puas?',
          choices: ['a', 'b'],
          measures: 'recommend',
          dimension: null,
        },
        { kind: 'stars', text: 'Puas?', choices: [], measures: 'met', dimension: null },
        { kind: 'scale', text: 'Puas?', choices: [], measures: 'met', dimension: 'empathy' },
      ] as const,
    };
    const { id } = await shop.ask('feedback.create', {
      facts: {
        ...odd,
        questions: odd.questions.map((one) => ({ ...one, choices: [...one.choices] })),
      },
    });
    const { facts } = await shop.ask('feedback.get', { id });
    expect(facts.questions).toEqual(
      (['yesNo', 'stars', 'scale'] as const).map((kind) => ({ ...plain, kind, text: 'Puas?' })),
    );
  });

  it('refuses a choice of one, and of the same twice', async () => {
    const { shop } = await surveyShop(0);
    for (const choices of [[], ['a'], ['a', 'a']])
      await expect(
        shop.ask('feedback.create', {
          facts: { ...surveyFacts, questions: [{ kind: 'choice', text: 'Apa?', choices }] },
        }),
      ).rejects.toMatchObject({
        error: {
          issues: [{ path: 'facts.questions.0.choices', problem: 'two-choices' }],
        },
      });
  });

  it('is changed, never over what somebody else wrote; its questions only until somebody was asked', async () => {
    const { shop, surveyId: id } = await surveyShop(1);
    const { facts } = await shop.ask('feedback.get', { id });
    const fewer = { ...facts, name: 'Lain', questions: facts.questions.slice(0, 2) };
    await shop.ask('feedback.update', { id, expected: facts, facts: fewer });
    const changed = await shop.ask('feedback.get', { id });
    expect(changed.facts).toEqual(fewer);
    await expect(
      shop.ask('feedback.update', { id, expected: facts, facts: fewer }),
    ).rejects.toMatchObject({ error: { reason: 'changed-meanwhile' } });
    const questionId = changed.questions[0]?.id ?? 0;
    await shop.ask('feedback.answer', {
      surveyId: id,
      facts: { way: 'paper', answeredOn: '2026-06-15', values: [{ questionId, number: 5 }] },
    });
    await expect(shop.ask('feedback.update', { id, expected: fewer, facts })).rejects.toMatchObject(
      { error: { reason: 'survey-answered' } },
    );
    const around = { ...fewer, thanks: 'Makasih', handedOut: 12 };
    await shop.ask('feedback.update', { id, expected: fewer, facts: around });
    expect((await shop.ask('feedback.get', { id })).facts).toEqual(around);
  });

  it('goes to the trash with its answers, and comes back with one key or from there', async () => {
    const { shop, surveyId: id } = await surveyShop(1);
    await shop.ask('feedback.answer', {
      surveyId: id,
      facts: { way: 'paper', answeredOn: '2026-06-15', values: [{ questionId: 1, number: 5 }] },
    });
    const before = logicalDumpHash(shop.raw);
    const { batchId } = await shop.ask('feedback.remove', { id });
    expect(await shop.ask('feedback.list', {})).toMatchObject({ rows: [], counts: { all: 0 } });
    await expect(shop.ask('feedback.get', { id })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND', entity: 'survey' },
    });
    await expect(
      shop.ask('feedback.answer', {
        surveyId: id,
        facts: { way: 'paper', answeredOn: '2026-06-15', values: [{ questionId: 1, number: 5 }] },
      }),
    ).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await shop.ask('history.undo', { batchId })).toMatchObject({ deed: 'surveyTrashed' });
    expect(logicalDumpHash(shop.raw)).toBe(before);
    await shop.ask('feedback.remove', { id });
    await shop.ask('trash.restore', { which: { keys: [{ kind: 'surveys', id }] } });
    expect((await shop.ask('feedback.answers', { surveyId: id })).count).toBe(1);
  });

  it('is found by words of its name and its questions, and by whether anybody has answered', async () => {
    const { shop, surveyId } = await surveyShop(1);
    const { id: other } = await shop.ask('feedback.create', {
      facts: { ...surveyFacts, name: 'Lain', questions: [{ kind: 'words', text: '100% puas?' }] },
    });
    await shop.ask('feedback.answer', {
      surveyId: other,
      facts: {
        way: 'phone',
        outcome: 'declined',
        answeredOn: '2026-06-15',
        customerId: 1 as never,
      },
    });
    const found = async (filter: { only?: 'all' | 'answered' | 'unanswered'; search?: string }) => {
      const { rows, counts } = await shop.ask('feedback.list', { filter });
      expect(counts.all).toBe(counts.answered + counts.unanswered);
      return rows.map(({ id }) => id);
    };
    const both: SurveyId[] = [other, surveyId];
    expect(await found({})).toEqual(both);
    expect(await found({ search: 'kepuasan' })).toEqual([surveyId]);
    expect(await found({ search: '100%' })).toEqual([other]);
    expect(await found({ search: 'puas' })).toEqual(both);
    // Somebody was asked, and did not answer.
    expect(await found({ only: 'answered' })).toEqual([]);
    await shop.ask('feedback.answer', {
      surveyId,
      facts: { way: 'paper', answeredOn: '2026-06-15', values: [{ questionId: 1, number: 1 }] },
    });
    expect(await found({ only: 'answered' })).toEqual([surveyId]);
    expect(await found({ only: 'unanswered' })).toEqual([other]);
  });
});
