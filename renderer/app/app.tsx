import { CloseButton, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { type BaseLocationHook, Router } from 'wouter';
import { listenToMain } from '#renderer/data/events.ts';
import { useHashPlace } from '../base/hash-location.ts';
import { startI18n, systemLanguage } from '../base/i18n.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import shell from './shell.module.css';
import { Shell } from './shell.tsx';
import { StartGate } from './start-gate.tsx';
import { theme } from './theme/theme.ts';

interface Props {
  readonly queryClient: QueryClient;
  /** Where addresses live: behind the hash, unless a test says otherwise. */
  readonly locationHook?: BaseLocationHook;
}

/** Mantine with our theme, and the names that its own small parts need in the owner's language. */
function Themed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const close = t('app.close');
  const named = useMemo(() => {
    const defaultProps = { variant: 'subtle', 'aria-label': close } as const;
    const components = { CloseButton: CloseButton.extend({ defaultProps }) };
    return mergeThemeOverrides(theme, { components });
  }, [close]);
  return (
    <MantineProvider
      theme={named}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}

/** The whole window. `connect()` has to name the bridge first. */
export function App({ queryClient, locationHook = useHashPlace }: Props) {
  useEffect(() => listenToMain(queryClient), [queryClient]);
  return (
    <I18nextProvider i18n={startI18n(systemLanguage())}>
      <Themed>
        <QueryClientProvider client={queryClient}>
          <Router hook={locationHook}>
            <ErrorBoundary>
              <StartGate>
                <Shell />
              </StartGate>
            </ErrorBoundary>
            <Notifications position="bottom-left" limit={1} classNames={{ root: shell.toasts }} />
          </Router>
        </QueryClientProvider>
      </Themed>
    </I18nextProvider>
  );
}
