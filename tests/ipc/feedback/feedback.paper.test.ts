import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SurveyId } from '#shared/ids.ts';
import { surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

// Passing files of other tests are none of this one's.
beforeEach(() => {
  const folder = tempFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
});
afterEach(() => void vi.unstubAllEnvs());

const id = 1 as SurveyId;
const asked = { id, language: 'en', name: 'Kepuasan' } as const;

async function shop(facts: typeof surveyFacts): Promise<TempShop> {
  const made = await tempShop(() => undefined);
  await made.ask('settings.update', { shopName: 'Kopi Sekar', language: 'id', currency: 'IDR' });
  await made.ask('feedback.create', { facts });
  return made;
}

async function saved(made: TempShop, language: 'id' | 'en') {
  const path = join(tempFolder(), 'a.pdf');
  made.machine.picks.push([path]);
  const answer = await made.ask('feedback.savePdf', { ...asked, language });
  return { answer, rows: paperRows(readFileSync(path)) };
}

const flat = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join(' | '));

const two = surveyFacts.questions.slice(2, 4);

it('is the shop’s slip: its name, the words of the survey, a tick with its key for each answer, a line to write on', async () => {
  const { answer, rows } = await saved(await shop({ ...surveyFacts, questions: two }), 'en');
  expect(rows).toHaveLength(1);
  const slips = flat(rows[0] ?? []).filter((line) => line === 'Kopi Sekar').length;
  expect(answer).toMatchObject({ isWhole: true, pages: 1, slips });
  expect(slips).toBeGreaterThan(2);
  const one = flat(rows[0] ?? []).slice(0, 8);
  const [, second] = two;
  expect(one).toEqual([
    ...['Kopi Sekar', surveyFacts.intro, 'Name or phone (can stay empty) | Day'],
    ...['1. Ketemu yang dicari?', '1 Yes | 0 No'],
    `2. ${second?.text}`,
    (second?.choices ?? []).map((choice, index) => `${index + 1} ${choice}`).join(' | '),
    surveyFacts.thanks,
  ]);
  // The foot tells whoever enters it the keys.
  expect(flat(rows[0] ?? []).at(-1)).toMatch(/^To enter it: Keys: a number answers/);
});

it('speaks the language that is chosen around the survey’s own words', async () => {
  const { rows } = await saved(await shop({ ...surveyFacts, questions: two }), 'id');
  expect(flat(rows[0] ?? [])).toContain('1 Ya | 0 Tidak');
  expect(flat(rows[0] ?? [])).toContain('Nama atau nomor HP (boleh kosong) | Tanggal');
});

it('goes on over pages where it is long, and leaves no question out', async () => {
  const questions = Array.from({ length: 30 }, (_, index) => ({
    ...{ kind: 'words' as const, text: `Tanya nomor ${index + 1}?` },
    ...{ choices: [], measures: null, dimension: null },
  }));
  const { answer, rows } = await saved(await shop({ ...surveyFacts, questions }), 'en');
  expect(rows.length).toBeGreaterThan(2);
  expect(answer).toMatchObject({ slips: 1, pages: rows.length });
  const numbered = flat(rows.flat()).filter((line) => /^\d+\. /.test(line));
  expect(numbered).toEqual(questions.map(({ text }, index) => `${index + 1}. ${text}`));
});

it('is printed by the program that shows PDFs; a survey that is not there is said to be gone', async () => {
  const made = await shop(surveyFacts);
  const printed = await made.ask('feedback.print', asked);
  expect(made.machine.opened).toEqual([printed?.path]);
  expect(await made.fail('feedback.print', { ...asked, id: 9 })).toEqual({
    ...{ code: 'NOT_FOUND', entity: 'survey' },
  });
  made.machine.picks.push(null);
  expect(await made.ask('feedback.savePdf', asked)).toBeNull();
});
