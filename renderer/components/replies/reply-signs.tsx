import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { FindingKey, ReplyCheck } from '#shared/domain/replies/check.ts';
import classes from './reply.module.css';

const EXCUSES: readonly FindingKey[] = ['defensive', 'excuse', 'proves', 'invites-argument'];

interface Props {
  readonly check: ReplyCheck;
  /** Somebody praised: there is nothing to be sorry for. */
  readonly isPraise: boolean;
}

/** At a glance: does it say sorry, is it without excuses, how long is it. */
export function ReplySigns({ check, isPraise }: Props) {
  const { t } = useTranslation();
  const has = (...keys: readonly FindingKey[]) =>
    check.findings.some(({ key }) => keys.includes(key));
  if (check.words === 0) return null;
  const isSorry = !has('no-apology');
  const isExcused = has(...EXCUSES);
  return (
    <ul className={classes.signs} aria-label={t('reply.sign.label')}>
      {!isPraise && (
        <li>
          <StatusBadge kind={isSorry ? 'good' : 'due'}>
            {t(isSorry ? 'reply.sign.apology' : 'reply.sign.noApology')}
          </StatusBadge>
        </li>
      )}
      <li>
        <StatusBadge kind={isExcused ? 'wrong' : 'good'}>
          {t(isExcused ? 'reply.sign.excuse' : 'reply.sign.noExcuse')}
        </StatusBadge>
      </li>
      <li>
        <StatusBadge kind={has('too-long') ? 'due' : 'good'}>
          {t('reply.sign.words', { count: check.words })}
        </StatusBadge>
      </li>
    </ul>
  );
}
