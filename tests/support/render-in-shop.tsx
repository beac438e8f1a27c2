import { MantineProvider } from '@mantine/core';
import { type RenderResult, render, renderHook } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement, ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { theme } from '#renderer/app/theme/theme.ts';
import { startI18n, type Translate } from '#renderer/base/i18n.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { SettingsContext, type Start } from '#renderer/data/settings.ts';
import type { Language } from '#shared/contract/settings.ts';
import { directShop } from './shop/direct-shop.ts';

interface Look {
  readonly language: Language;
  readonly today: string;
}

/** What every piece of the window stands in: a new shop's settings, and a day of the test's own. */
async function around({ language, today }: Look) {
  const { ask } = await directShop();
  const start: Start = await ask('settings.get', {});
  const value = { ...start, today, settings: { ...start.settings, language } };
  return ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={startI18n(language)}>
      <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false}>
        <SettingsContext.Provider value={value}>{children}</SettingsContext.Provider>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** One piece of the window on a day of the test's own, in a shop with the settings of a new one. */
export async function renderInShop(
  element: ReactElement,
  look: Look,
): Promise<RenderResult & { readonly user: UserEvent }> {
  const rendered = render(element, { wrapper: await around(look) });
  return { ...rendered, user: userEvent.setup() };
}

/** The words and the ways of writing that a sentence is made of. */
export async function wordsOf(
  look: Look,
): Promise<{ readonly t: Translate; readonly format: Format }> {
  const { result } = renderHook(() => useFormat(), { wrapper: await around(look) });
  return { t: startI18n(look.language).t, format: result.current };
}
