import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SurveyId } from '#shared/ids.ts';
import { surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const surveyId = 1 as SurveyId;

async function shop(): Promise<TempShop> {
  const made = await tempShop(() => undefined);
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await made.ask('feedback.create', { facts: surveyFacts });
  return made;
}

/** What stands beside each tick of the first slip, question by question; none where it is written. */
function ticksOn(rows: readonly (readonly string[])[]): string[][] {
  const questions: string[][] = [];
  for (const cells of rows) {
    if (/^\d+\. /.test(cells[0] ?? '')) {
      if (questions.length === surveyFacts.questions.length) break;
      questions.push([]);
    } else if (/^\d+( |$)/.test(cells[0] ?? '')) questions.at(-1)?.push(...cells);
  }
  return questions;
}

test.each(['first', 'last'] as const)(
  'the numbers on the paper are the keys that enter it: the %s answer of every question',
  async (which) => {
    const made = await shop();
    const path = join(tempFolder(), 'a.pdf');
    made.machine.picks.push([path]);
    const { user } = renderApp(made.app, `/feedback/${surveyId}`);
    const card = await screen.findByRole('region', { name: 'On paper' });
    await user.click(within(card).getByRole('button', { name: 'Save as PDF' }));
    expect(await screen.findByText(/Saved in a\.pdf\..* a page/)).toBeTruthy();
    const ticks = ticksOn(paperRows(readFileSync(path))[0] ?? []);
    expect(ticks.map((one) => one.length)).toEqual([5, 11, 2, 2, 0, 5, 5]);
    await user.click(screen.getByRole('link', { name: 'Write answers down' }));
    await user.click(await screen.findByText('Paper'));
    for (const [index, labels] of ticks.entries()) {
      await screen.findByText(`Question ${index + 1} of 7`);
      const label = which === 'first' ? labels[0] : labels.at(-1);
      const digits = label?.split(' ')[0] ?? '';
      await user.keyboard(digits === '' ? '{Enter}' : digits);
    }
    expect(await screen.findByText('All asked')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('1 written down just now')).toBeTruthy();
    const { rows } = await made.ask('feedback.answers', { surveyId });
    const said = rows[0]?.facts.values.map(({ questionId, number }) => [questionId, number]);
    // As the questions say what their answers are, not as the paper or the keys do.
    const [first, last] = [
      { stars: 1, scale: 0, yesNo: 1, choice: 0 },
      { stars: 5, scale: 10, yesNo: 0, choice: 1 },
    ];
    const right = which === 'first' ? first : last;
    expect(said).toEqual(
      surveyFacts.questions.flatMap(({ kind }, index) =>
        kind === 'words' ? [] : [[index + 1, right[kind as keyof typeof right]]],
      ),
    );
  },
);
