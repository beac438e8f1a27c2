import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { DiscardButton } from './discard-button.tsx';
import { type Step, setImport, useImport } from './import-session.ts';
import classes from './wizard.module.css';

interface Props {
  /** Where back leads; without it the import can be discarded there. */
  readonly back?: Step;
  readonly note: ReactNode;
  /** Why one cannot go on yet. */
  readonly waitingFor: string | null;
  /** Leads to what is waited for, when the waiting button is pressed all the same. */
  readonly onWaiting?: () => void;
  /** Goes on by itself where it was asked to while an answer was still being taken in. */
  readonly isPatient?: boolean;
  /** What going on is called; null: there is nothing to go on to yet. */
  readonly next: string | null;
  onNext(): void;
}

/** Goes on as soon as nothing runs: what was asked for while an answer was taken in is not lost. */
function useGoLater(go: () => void): () => void {
  const work = useImport((state) => state.work);
  const [isAsked, setAsked] = useState(false);
  const goOn = useEffectEvent(go);
  useEffect(() => {
    if (!isAsked || work !== null) return;
    setAsked(false);
    goOn();
  }, [isAsked, work]);
  return () => setAsked(true);
}

/** The wizard's foot: back, what is safe, what is still waited for, on. */
export function WizardFoot(props: Props) {
  const { back, note, waitingFor, onWaiting, isPatient = false, next, onNext } = props;
  const { t } = useTranslation();
  const work = useImport((state) => state.work);
  const isReading = work?.kind === 'configure';
  const waits = waitingFor !== null;
  const isHeld = work !== null && !isReading;
  const goLater = useGoLater(() => (waits ? onWaiting?.() : onNext()));
  return (
    <footer className={classes.foot}>
      {back !== undefined && (
        <Button
          disabled={isHeld}
          leftSection={<IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => setImport({ step: back, error: null })}
        >
          {t(`import.step.${back}`)}
        </Button>
      )}
      <DiscardButton isHeld={isHeld} />
      <p aria-live="polite">{isReading ? t('import.work.configure') : note}</p>
      <span className={classes.end}>
        {waits && (
          <span role="status">
            <StatusBadge kind="due">{waitingFor}</StatusBadge>
          </span>
        )}
        {next !== null && (
          <Button
            variant="filled"
            aria-disabled={waits || work !== null}
            data-disabled={waits || work !== null}
            onClick={() => {
              if (isReading && isPatient) goLater();
              else if (waits) onWaiting?.();
              else if (work === null) onNext();
            }}
          >
            {next}
          </Button>
        )}
      </span>
    </footer>
  );
}
