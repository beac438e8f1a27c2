import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { errorText } from '#renderer/base/error-text.ts';
import { addressOf } from '#renderer/base/routes.ts';
import type { AppError } from '#shared/errors.ts';
import classes from './empty-state.module.css';
import { Sign } from './sign/sign.tsx';

interface Props {
  readonly error: AppError;
  readonly onRetry?: () => void;
}

/** A failure in words where its answer would have stood: what happened, what is safe, what next. */
export function ErrorState({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const { title, text, technical } = errorText(t, error);
  return (
    <div className={classes.error} role="alert">
      <Sign kind="wrong" />
      <div>
        <p className={classes.title}>{title}</p>
        <p>{text}</p>
        <details>
          <summary>{t('app.technical')}</summary>
          <code>{technical}</code>
        </details>
        {error.code === 'PERIOD_LOCKED' && (
          <p>
            <Link href={addressOf('accountant')}>{t('period.sale.toAccountant')}</Link>
          </p>
        )}
        {onRetry !== undefined && (
          <div className={classes.ways}>
            <Button size="xs" onClick={onRetry}>
              {t('app.retry')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
