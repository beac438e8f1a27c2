import { useMantineColorScheme } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { LogFolder } from '#renderer/components/log-folder.tsx';
import { SettingsContext } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { AppError } from '#shared/errors.ts';
import { setLanguage } from '../base/i18n.ts';
import { isProtectedError, PasswordGate } from './password-gate.tsx';
import { Rescue } from './rescue.tsx';
import classes from './start-gate.module.css';

const FirstStartPage = lazy(() =>
  import('#renderer/features/first-start/first-start-page.tsx').then((module) => ({
    default: module.FirstStartPage,
  })),
);

const KioskPage = lazy(() =>
  import('#renderer/features/feedback/kiosk/kiosk-page.tsx').then((module) => ({
    default: module.KioskPage,
  })),
);

/** Whether the screen is handed over: nothing of the shop is answered, and none of it stays on the screen. */
function isKioskError(error: AppError | null): boolean {
  return error?.code === 'CONFLICT' && error.reason === 'kiosk';
}

function FailedStart({ error, onRetry }: { readonly error: AppError; onRetry(): void }) {
  const { t } = useTranslation();
  return (
    <main className={classes.failed}>
      <h1>{t('app.name')}</h1>
      <ErrorState error={error} />
      <Rescue error={error} onTried={onRetry} />
      <LogFolder />
    </main>
  );
}

interface CoveredProps {
  readonly isCovered: boolean;
  readonly children: ReactNode;
}

/** What somebody was at stays as it was, out of sight and reach, until the password is given. */
function Covered({ isCovered, children }: CoveredProps) {
  return (
    <div className={classes.shop} hidden={isCovered} inert={isCovered}>
      {children}
    </div>
  );
}

/** Reads the settings first: then the first start's questions, the shop, or why it cannot be opened. */
export function StartGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
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
  const isLocked = isProtectedError(error?.error ?? null);
  if (isKioskError(error?.error ?? null))
    return (
      <Suspense fallback={null}>
        <KioskPage />
      </Suspense>
    );
  if (data === undefined) {
    if (isLocked) return <PasswordGate title={t('password.gateTitle')} />;
    return error === null ? null : (
      <FailedStart error={error.error} onRetry={() => void refetch()} />
    );
  }
  return (
    <SettingsContext value={data}>
      {isLocked && <PasswordGate title={t('password.lockedTitle')} />}
      {data.isSetUp ? (
        <Covered isCovered={isLocked}>{children}</Covered>
      ) : (
        <Suspense fallback={null}>
          <FirstStartPage />
        </Suspense>
      )}
    </SettingsContext>
  );
}
