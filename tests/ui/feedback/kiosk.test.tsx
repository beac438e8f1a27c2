import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { forgetKiosk } from '#electron/shop-file/kiosk-lock.ts';
import type { SurveyId } from '#shared/ids.ts';
import { surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const surveyId = 1 as SurveyId;

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Rahasia', phones: ['+628110000001'] });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const questions = [0, 4]
    .map((at) => surveyFacts.questions[at])
    .filter((one) => one !== undefined);
  await made.ask('feedback.create', { facts: { ...surveyFacts, questions } });
  return made;
}

test('the screen is handed over with a word, shows nothing of the shop whatever key is pressed, and is taken back', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, `/feedback/${surveyId}`);
  await user.click(await screen.findByRole('button', { name: 'Hand the screen over' }));
  await user.type(await screen.findByLabelText('Word or number to come back'), '1234');
  await user.type(screen.getByLabelText('The same once more'), '1233');
  expect(screen.getByRole('button', { name: 'Begin' })).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText('The same once more'), '{Backspace}4');
  await user.click(screen.getByRole('button', { name: 'Begin' }));
  await screen.findByRole('heading', { name: 'Seberapa puas?' });
  const nothing = () => {
    expect(document.body.textContent).not.toMatch(/Ratna|Sekar|Kepuasan|Today|Customers/);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  };
  nothing();
  const before = addresses.length;
  for (const key of ['k', 'n', 'o', 'p', 'z', ',', 'w', 'r', 'q', 'Tab', 'F4', 'ArrowLeft'])
    for (const held of ['Control', 'Alt', 'Meta'])
      await user.keyboard(`{${held}>}${key.length === 1 ? key : `{${key}}`}{/${held}}`);
  for (const key of ['Escape', 'F1', 'F2', 'F5', 'F11', 'F12', 'PageUp', 'ContextMenu'])
    await user.keyboard(`{${key}}`);
  await user.keyboard('/?12345');
  expect(addresses.length).toBe(before);
  nothing();
  const press = new KeyboardEvent('keydown', { key: 'F5', cancelable: true, bubbles: true });
  document.body.dispatchEvent(press);
  expect(press.defaultPrevented).toBe(true);
  await user.click(screen.getByRole('button', { name: '2 ★' }));
  await user.type(await screen.findByRole('textbox', { name: 'Apa yang kurang?' }), 'Parkir');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('heading', { name: 'Terima kasih' });
  nothing();
  await user.click(screen.getByRole('button', { name: 'The next one, please' }));
  await screen.findByRole('heading', { name: 'Seberapa puas?' });
  await user.click(screen.getByRole('button', { name: 'For the shop' }));
  await user.type(await screen.findByLabelText('Word or number that was chosen'), '1233{Enter}');
  expect(await screen.findByText(/That is not it/)).toBeTruthy();
  nothing();
  await user.type(screen.getByLabelText('Word or number that was chosen'), '1234{Enter}');
  expect(await screen.findByRole('navigation', { name: 'Main menu' })).toBeTruthy();
  const { rows } = await made.ask('feedback.answers', { surveyId });
  expect(rows.map(({ facts }) => [facts.way, facts.customerId, facts.values])).toEqual([
    [
      ...['kiosk', null],
      [
        { questionId: 1, number: 2, words: '' },
        { questionId: 2, number: null, words: 'Parkir' },
      ],
    ],
  ]);
});

test('a visitor who goes away half way is forgotten after a minute, and the thanks make room', async () => {
  const made = await shop();
  await made.ask('feedback.kioskStart', { surveyId, word: '1234' });
  const { user } = renderApp(made.app, '/customers');
  await user.click(await screen.findByRole('button', { name: '3 ★' }));
  await user.type(
    await screen.findByRole('textbox', { name: 'Apa yang kurang?' }),
    'Nomor saya 0811',
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    await user.click(screen.getByRole('textbox', { name: 'Apa yang kurang?' }));
    await vi.advanceTimersByTimeAsync(58_000);
    expect(screen.queryByRole('textbox', { name: 'Apa yang kurang?' })).not.toBeNull();
    await vi.advanceTimersByTimeAsync(3_000);
  } finally {
    vi.useRealTimers();
  }
  await screen.findByRole('heading', { name: 'Seberapa puas?' });
  await user.click(screen.getByRole('button', { name: 'Pass over' }));
  const area = await screen.findByRole('textbox', { name: 'Apa yang kurang?' });
  expect((area as HTMLTextAreaElement).value).toBe('');
  await made.ask('feedback.kioskLeave', { secret: '1234' });
  await waitFor(async () =>
    expect((await made.ask('feedback.answers', { surveyId })).count).toBe(0),
  );
});

test.each([
  ['the password of the shop', 'kopi tubruk 77', /The password of the shop takes it back\.$/],
  [
    'nothing but the file’s end',
    null,
    /close Langgan, delete this file .* and start Langgan again/,
  ],
] as const)(
  'a damaged note of the kiosk opens nothing: %s gives it back, as the page says',
  async (_, password, said) => {
    const made = await shop();
    if (password !== null) await made.ask('password.set', { password });
    writeFileSync(join(made.folder, 'kiosk.json'), '{');
    // As it is read when the shop is opened.
    forgetKiosk(made.folder);
    const { user } = renderApp(made.app, '/customers');
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.getByText(/^The file kiosk\.json of the shop cannot be read/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Nothing is asked at the moment.' })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Ratna|Sekar|Kepuasan|Today|Customers/);
    const leave = screen.queryByRole('button', { name: 'For the shop' });
    expect(leave !== null).toBe(password !== null);
    if (leave === null || password === null) return;
    await user.click(leave);
    await user.type(await screen.findByLabelText('Password of the shop'), `${password}{Enter}`);
    expect(await screen.findByRole('navigation', { name: 'Main menu' })).toBeTruthy();
    expect(window.location.hash).toBe('#/feedback');
  },
);

test.each(['en', 'id'] as const)(
  'handing over promises of keys only what the app can hold (%s)',
  async (language) => {
    const made = await shop();
    await made.ask('settings.update', { language });
    const { user } = renderApp(made.app, `/feedback/${surveyId}`);
    const start = { en: 'Hand the screen over', id: 'Serahkan layar' }[language];
    await user.click(await screen.findByRole('button', { name: start }));
    const text = (await screen.findByText(/Alt\+F4/)).textContent;
    expect(text).toMatch({ en: /may still close it/, id: /mungkin masih menutupnya/ }[language]);
    expect(text).not.toMatch(/whatever key|tombol apa pun/);
  },
);
