import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/settings.ts';
import { openStages } from '#shared/domain/vocabulary/prospects.ts';
import type { SurveyId } from '#shared/ids.ts';
import { type HelpWords, helpWords } from './words.ts';

/** Asks at a door: a window's, or the app's own in a test. */
export type Ask = <N extends ChannelName>(channel: N, input: Input<N>) => Promise<Output<N>>;

const plain = { choices: [], measures: null, dimension: null };

/** So many that, however it is drawn, somebody kept apart stands among them to be compared with. */
const turnsTaken = 35;

async function askPeople(ask: Ask, words: HelpWords['survey'], today: string): Promise<SurveyId> {
  const pair = { kind: 'stars', dimension: 'empathy' } as const;
  const { id } = await ask('feedback.create', {
    facts: {
      ...{ name: words.name, intro: words.intro, thanks: words.thanks, handedOut: null },
      questions: [
        { ...plain, kind: 'scale', text: words.recommend, measures: 'recommend' },
        { ...plain, ...pair, text: words.expected, measures: 'expected' },
        { ...plain, ...pair, text: words.met, measures: 'met' },
        { ...plain, kind: 'choice', text: words.heard, choices: [...words.ways] },
        { ...plain, kind: 'words', text: words.open },
      ],
    },
  });
  const { questions } = await ask('feedback.get', { id });
  const { rows } = await ask('customers.list', { limit: 24 });
  for (const [index, { id: customerId }] of rows.entries()) {
    const numbers = [10 - (index % 5), 4 + (index % 2), 3 + (index % 3), index % 3];
    const values = questions.map((question, at) => {
      const number = numbers[at] ?? null;
      const isWords = question.kind === 'words';
      const said = words.said[index % words.said.length] ?? '';
      return {
        questionId: question.id,
        number: isWords ? null : number,
        words: isWords ? said : '',
      };
    });
    const facts = { customerId, way: 'phone', answeredOn: today, values } as const;
    await ask('feedback.answer', { surveyId: id, facts });
  }
  return id;
}

/** Nobody whose page is pictured is among them: who gets a turn is drawn anew each time. */
const inactive = { field: 'layer' as const, values: ['inactive'] };

async function writeToPeople(ask: Ask, words: HelpWords['campaign']): Promise<void> {
  const facts = {
    ...{ name: words.name, goal: words.goal, text: words.text },
    channel: 'whatsapp' as const,
    ...{ definition: { parts: [inactive] }, heldPercent: 30, dailyLimit: 40 },
  };
  const { id } = await ask('campaigns.create', { facts });
  await ask('campaigns.start', { id });
  for (let turn = 0; turn < turnsTaken; turn += 1) {
    const { member } = await ask('campaigns.next', { id });
    const to = turn % 10 === 2 ? 'skipped' : 'sent';
    if (member !== null) await ask('campaigns.decide', { memberId: member.memberId, to });
  }
}

async function thankPeople(ask: Ask, words: HelpWords, today: string): Promise<void> {
  const fromOn = `${Number(today.slice(0, 4)) - 1}-01-01`;
  const { spendMinor, worthMinor } = words.points;
  const rule = { fromOn, spendMinor, worthMinor, points: 1 };
  await ask('loyalty.setRule', { rule, rewrites: true });
  for (const { name, points } of words.points.rewards)
    await ask('loyalty.addReward', { name, points });
  for (const { name, points: atLeast, gives } of words.points.levels)
    await ask('loyalty.addTier', { tier: { name, reachedBy: 'points', atLeast, gives } });
  const { rows } = await ask('customers.list', { limit: 4 });
  for (const [index, { id }] of rows.entries()) {
    const about = rows[(index + 1) % rows.length];
    if (about === undefined) continue;
    await ask('referrals.noteReward', {
      customerIds: [id],
      aboutId: about.id,
      what: words.reward,
      givenOn: index % 2 === 0 ? null : today,
    });
  }
}

/** A group, prospects at several stages, and one of them in the trash. */
async function planAhead(ask: Ask, words: HelpWords): Promise<void> {
  await ask('segments.create', {
    name: words.group,
    definition: { parts: [{ field: 'lastPurchase', how: 'within', days: 90 }] },
  });
  const { rows } = await ask('customers.list', { limit: 4 });
  for (const [index, title] of [...words.prospects, words.goneProspect].entries()) {
    const customerId = rows[index]?.id ?? null;
    const facts = { title, worthMinor: (index + 1) * 100 * words.points.spendMinor };
    const stage = openStages[index % openStages.length] ?? 'contact';
    const { id } = await ask('prospects.create', { customerId, facts, stage });
    if (title === words.goneProspect) await ask('prospects.remove', { id });
  }
}

/** A standing campaign that is on, and how two things are done. */
async function settleHabits(ask: Ask, { standing, notes }: HelpWords): Promise<void> {
  const facts = {
    ...standing,
    ...{ occasion: 'afterPurchase' as const, days: 30, restDays: 14 },
    ...{ channel: 'whatsapp' as const, definition: { parts: [] } },
  };
  const { id } = await ask('standing.create', { facts });
  await ask('standing.switch', { id, isActive: true });
  for (const note of notes) await ask('notes.create', { facts: note });
}

/** Gives the owner's own shop a name and a copy. */
export async function beginOwnShop(ask: Ask, language: Language): Promise<void> {
  await ask('settings.update', { shopName: placeOf(language).shopName, language });
  await ask('backups.make', {});
}

/**
 * Puts into the sample shop what its pages need that are empty in it: a survey with answers, a campaign that
 * is running and one that stands, points, rewards, a group, how-tos and something in the trash. What it writes is the same each time.
 */
export async function fillShop(ask: Ask, language: Language): Promise<void> {
  const words = helpWords[language];
  const { today } = await ask('settings.get', {});
  await askPeople(ask, words.survey, today);
  await writeToPeople(ask, words.campaign);
  await thankPeople(ask, words, today);
  await planAhead(ask, words);
  await settleHabits(ask, words);
}
