import { MantineProvider } from '@mantine/core';
import { type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { theme } from '#renderer/app/theme/theme.ts';
import { startI18n } from '#renderer/base/i18n.ts';
import { SettingsContext, type Start } from '#renderer/data/settings.ts';
import type { Language } from '#shared/contract/settings.ts';
import { startTestApplication } from './render-app.tsx';

/** One piece of the window on a day of the test's own, in a shop with the settings of a new one. */
export async function renderInShop(
  element: ReactElement,
  { language, today }: { readonly language: Language; readonly today: string },
): Promise<RenderResult & { readonly user: UserEvent }> {
  const app = await startTestApplication();
  const result = await app.dispatch({ channel: 'settings.get', input: {}, callId: 't' });
  if (!result.ok) throw new Error(`settings.get: ${result.error.code}`);
  const start = result.value as Start;
  const value = { ...start, today, settings: { ...start.settings, language } };
  const rendered = render(
    <I18nextProvider i18n={startI18n(language)}>
      <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false}>
        <SettingsContext.Provider value={value}>{element}</SettingsContext.Provider>
      </MantineProvider>
    </I18nextProvider>,
  );
  return { ...rendered, user: userEvent.setup() };
}
