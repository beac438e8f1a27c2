import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { reportFailure } from '#renderer/data/report-failure.ts';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a screen that failed from taking the window with it, and says that nothing was lost. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportFailure(error);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <div role="alert">
            <EmptyState title={t('app.crash.title')} text={t('app.crash.text')}>
              <Button variant="filled" onClick={() => this.setState({ hasFailed: false })}>
                {t('app.crash.again')}
              </Button>
            </EmptyState>
          </div>
        )}
      </Translation>
    );
  }
}
