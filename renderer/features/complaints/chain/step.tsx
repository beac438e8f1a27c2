import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chain.module.css';

/** Behind us, in our hands, or still to come. */
export type Phase = 'done' | 'now' | 'next';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly phase: Phase;
  /** When it was done. */
  readonly when?: string | null;
  /** Corrects what a step that is done said. */
  onCorrect?(): void;
  readonly children: ReactNode;
}

/** One link of the chain: done is short, now is open, next says why. */
export function Step({ number, title, phase, when, onCorrect, children }: Props) {
  const { t } = useTranslation();
  const aside = phase === 'now' ? t('complaint.page.now') : phase === 'done' ? when : null;
  return (
    <li
      className={classes.step}
      data-phase={phase}
      aria-current={phase === 'now' ? 'step' : undefined}
    >
      <span className={classes.node}>
        {phase === 'done' ? (
          <IconCheck size={14} stroke={2.5} role="img" aria-label={t('complaint.page.doneStep')} />
        ) : (
          number
        )}
      </span>
      <div className={classes.body}>
        <div className={classes.head}>
          <h2>{title}</h2>
          {phase === 'done' && onCorrect !== undefined && (
            <Tooltip label={t('complaint.page.correct')}>
              <ActionIcon
                size={22}
                aria-label={`${t('complaint.page.correct')}: ${title}`}
                onClick={onCorrect}
              >
                <IconPencil size={14} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          )}
          <span className={classes.aside}>{aside}</span>
        </div>
        {children}
      </div>
    </li>
  );
}
