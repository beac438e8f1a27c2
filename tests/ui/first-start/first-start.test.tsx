import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { useUi } from '#renderer/state/ui.ts';
import { settingsContract } from '#shared/contract/settings.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function startOf(app: Application) {
  const answer = await app.dispatch({ channel: 'settings.get', input: {}, callId: 'test' });
  if (!answer.ok) throw new Error(answer.error.code);
  return settingsContract['settings.get'].output.parse(answer.value);
}

/** The first start, in Indonesian whatever the language of the machine is. */
async function firstStart() {
  const app = await startTestApplication();
  const rendered = renderApp(app);
  const field = await screen.findByRole('combobox', { name: /Bahasa|Language/ });
  if (document.documentElement.lang !== 'id') {
    await rendered.user.click(field);
    await rendered.user.click(
      await screen.findByRole('option', { name: 'Bahasa Indonesia', hidden: true }),
    );
  }
  return { app, ...rendered };
}

test('the language switches the first screen at once, and nothing is saved by it', async () => {
  const { app, user } = await firstStart();
  expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty(
    'textContent',
    'Selamat datang di Langgan',
  );
  await user.click(screen.getByRole('combobox', { name: 'Bahasa' }));
  await user.click(await screen.findByRole('option', { name: 'English', hidden: true }));
  expect(await screen.findByText('Welcome to Langgan')).toBeTruthy();
  expect((await startOf(app)).isSetUp).toBe(false);
});

test('choosing files saves the three answers and hands the files to the import', async () => {
  const { app, user, container, addresses } = await firstStart();
  await user.type(screen.getByLabelText('Nama toko'), '  Sekar Pagi ');
  const picker = container.querySelector('input[type=file]');
  if (picker === null) throw new Error('there is no file picker');
  fireEvent.change(picker, { target: { files: [new File(['nama\nBudi'], 'pelanggan.csv')] } });
  expect(await screen.findByRole('navigation', { name: 'Menu utama' })).toBeTruthy();
  expect(addresses.at(-1)).toBe('/import');
  const start = await startOf(app);
  expect(start.isSetUp).toBe(true);
  expect(start.settings).toMatchObject({ shopName: 'Sekar Pagi', language: 'id' });
  useUi.getState().takeDroppedFiles();
});

test('a shop may begin empty and without a name', async () => {
  const { app, user } = await firstStart();
  await user.click(screen.getByRole('button', { name: 'Nanti saja, mulai kosong' }));
  expect(await screen.findByText('Belum ada pelanggan')).toBeTruthy();
  expect((await startOf(app)).isSetUp).toBe(true);
});
