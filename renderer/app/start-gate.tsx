import { useMantineColorScheme } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { SettingsContext } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { AppError } from '#shared/errors.ts';
import { setLanguage } from '../base/i18n.ts';
import { Rescue } from './rescue.tsx';
import classes from './start-gate.module.css';

const FirstStartPage = lazy(() =>
  import('#renderer/features/first-start/first-start-page.tsx').then((module) => ({
    default: module.FirstStartPage,
  })),
);

function FailedStart({ error, onRetry }: { readonly error: AppError; onRetry(): void }) {
  const { t } = useTranslation();
  return (
    <main className={classes.failed}>
      <h1>{t('app.name')}</h1>
      <ErrorState error={error} />
      <Rescue error={error} onTried={onRetry} />
    </main>
  );
}

/** Reads the settings first: then the first start's questions, the shop, or why it cannot be opened. */
export function StartGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery('settings.get', {});
  // Without `keepTransitions` Mantine sets innerHTML, which the content security policy refuses.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const language = data?.settings.language;
  const theme = data?.settings.theme;
  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
  if (data === undefined) {
    return error === null ? null : (
      <FailedStart error={error.error} onRetry={() => void refetch()} />
    );
  }
  return (
    <SettingsContext value={data}>
      {data.isSetUp ? (
        children
      ) : (
        <Suspense fallback={null}>
          <FirstStartPage />
        </Suspense>
      )}
    </SettingsContext>
  );
}
