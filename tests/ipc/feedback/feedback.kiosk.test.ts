import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { forgetKiosk } from '#electron/shop-file/kiosk-lock.ts';
import { contract } from '#shared/contract/index.ts';
import type { SurveyId } from '#shared/ids.ts';
import { answerOf, surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { startShop, type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const surveyId = 1 as SurveyId;
const word = 'melati 7';

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Rahasia', phones: ['+628110000001'] });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'id', currency: 'IDR' });
  await made.ask('feedback.create', { facts: surveyFacts });
  return made;
}

const refusal = { code: 'CONFLICT', reason: 'kiosk' };

describe('a screen that is handed over', () => {
  it('has every channel refused but what it asks, an answer to it, and leaving', async () => {
    const made = await shop();
    expect(await made.ask('feedback.kiosk', {})).toBeNull();
    await made.ask('feedback.kioskStart', { surveyId, word });
    const open = new Set(['feedback.kiosk', 'feedback.kioskLeave']);
    for (const channel of Object.keys(contract).filter((one) => !open.has(one)))
      expect(await made.fail(channel, {}), channel).toEqual(refusal);
    expect(await made.fail('customers.drop', {})).toEqual(refusal);
    const shown = await made.ask('feedback.kiosk', {});
    expect(shown).toMatchObject({ surveyId, intro: 'Boleh tanya?', thanks: 'Terima kasih' });
    expect(shown?.questions.map(({ text }) => text)).toEqual(
      surveyFacts.questions.map(({ text }) => text),
    );
    expect(JSON.stringify(shown)).not.toMatch(/Ratna|Sekar|Kepuasan/);
    const answer = answerOf([5], { way: 'kiosk' });
    for (const [facts, id] of [
      [{ ...answer, way: 'phone' }, surveyId],
      [{ ...answer, customerId: 1 }, surveyId],
      [{ ...answer, outcome: 'declined' }, surveyId],
      [answer, 2],
    ] as const)
      expect(await made.fail('feedback.answer', { surveyId: id, facts })).toEqual(refusal);
    await made.ask('feedback.answer', { surveyId, facts: answer });
    expect(await made.fail('feedback.kioskLeave', { secret: 'melati 8' })).toEqual({
      ...{ code: 'CONFLICT', reason: 'kiosk-secret' },
    });
    expect(await made.ask('feedback.kioskLeave', { secret: word })).toEqual({ surveyId });
    expect(await made.ask('feedback.kiosk', {})).toBeNull();
    expect((await made.ask('feedback.answers', { surveyId })).rows).toMatchObject([
      { facts: { way: 'kiosk', customerId: null } },
    ]);
    expect(await made.fail('feedback.kioskLeave', { secret: word })).toEqual({
      ...{ code: 'CONFLICT', reason: 'kiosk-off' },
    });
  });

  it('stays so over a restart, and looks at no sixth word within a minute', async () => {
    const first = await shop();
    await first.ask('feedback.kioskStart', { surveyId, word });
    await first.app.close();
    const made = await startShop(first.folder);
    expect(await made.fail('customers.list', {})).toEqual(refusal);
    for (let time = 1; time <= 5; time += 1)
      expect(await made.fail('feedback.kioskLeave', { secret: `salah ${time}` })).toMatchObject({
        reason: 'kiosk-secret',
      });
    expect(await made.fail('feedback.kioskLeave', { secret: word })).toMatchObject({
      reason: 'kiosk-wait',
    });
    made.machine.time = '03:01';
    expect(await made.ask('feedback.kioskLeave', { secret: word })).toEqual({ surveyId });
  });

  it('tells nobody who passes what is due, and tells the owner who is back', async () => {
    const made = await shop();
    await made.ask('feedback.kioskStart', { surveyId, word });
    const raw = new Database(made.database);
    raw.exec(`INSERT INTO follow_ups (customer_id, cause, reason, first_due_on, due_on, created_at)
      VALUES (1, 'own', 'Tanya', '2026-06-15', '2026-06-15', '2026-06-01T00:00:00.000Z')`);
    raw.close();
    await made.app.remind();
    expect(made.machine.notices).toEqual([]);
    await made.ask('feedback.kioskLeave', { secret: word });
    await made.app.remind();
    expect(JSON.stringify(made.machine.notices)).toContain('Ratna');
  });

  it('is given back by the password where the shop has one, and needs a word where it has none', async () => {
    const made = await shop();
    expect(await made.fail('feedback.kioskStart', { surveyId, word: null })).toMatchObject({
      reason: 'kiosk-word',
    });
    await made.ask('password.set', { password: 'kopi tubruk 77' });
    await made.ask('feedback.kioskStart', { surveyId, word: null });
    expect(await made.fail('password.lock', {})).toEqual(refusal);
    expect(await made.fail('feedback.kioskLeave', { secret: 'kopi' })).toMatchObject({
      reason: 'kiosk-secret',
    });
    await made.ask('feedback.kioskLeave', { secret: 'kopi tubruk 77' });
    expect((await made.ask('customers.list', {})).rows).toHaveLength(1);
  });

  it.each([
    ['half a file', '{"version":1,"surveyId":'],
    ['an empty file', ''],
    ['a file of something else', '{"version":1,"surveyId":"satu","byWord":null}'],
  ])(
    'stays handed over with %s of it, and the shop’s password alone gives it back',
    async (_, text) => {
      const made = await shop();
      await made.ask('password.set', { password: 'kopi tubruk 77' });
      await made.ask('feedback.kioskStart', { surveyId, word });
      writeFileSync(join(made.folder, 'kiosk.json'), text);
      // As it is read when the shop is opened.
      forgetKiosk(made.folder);
      const open = new Set(['feedback.kiosk', 'feedback.kioskLeave']);
      for (const channel of Object.keys(contract).filter((one) => !open.has(one)))
        expect(await made.fail(channel, {}), channel).toEqual(refusal);
      const facts = answerOf([5], { way: 'kiosk' });
      expect(await made.fail('feedback.answer', { surveyId, facts })).toEqual(refusal);
      const shown = await made.ask('feedback.kiosk', {});
      expect(shown).toMatchObject({ surveyId: null, opensBy: 'password', questions: [] });
      expect(JSON.stringify(shown)).not.toMatch(/Ratna|Sekar|Kepuasan/);
      expect(await made.fail('feedback.kioskLeave', { secret: word })).toMatchObject({
        reason: 'kiosk-secret',
      });
      const secret = 'kopi tubruk 77';
      expect(await made.ask('feedback.kioskLeave', { secret })).toEqual({ surveyId: null });
      expect((await made.ask('customers.list', {})).rows).toHaveLength(1);
      expect(existsSync(join(made.folder, 'kiosk.json'))).toBe(false);
    },
  );

  it('stays handed over with a damaged file where there is no password, until the file is gone', async () => {
    const first = await shop();
    await first.ask('feedback.kioskStart', { surveyId, word });
    await first.app.close();
    const file = join(first.folder, 'kiosk.json');
    writeFileSync(file, 'x');
    const made = await startShop(first.folder);
    expect(await made.ask('feedback.kiosk', {})).toMatchObject({ opensBy: 'nothing' });
    expect(await made.fail('feedback.kioskLeave', { secret: word })).toMatchObject({
      reason: 'kiosk-secret',
    });
    expect(await made.fail('customers.list', {})).toEqual(refusal);
    await made.app.close();
    rmSync(file);
    const again = await startShop(first.folder);
    expect((await again.ask('customers.list', {})).rows).toHaveLength(1);
  });
});
