import { Button, Loader, Select } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StopsRunning } from '#renderer/components/running/stops-running.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { CopyChoice } from '#shared/contract/restore/restore.ts';
import { CopyFacts } from './copy-facts.tsx';
import { CopyPassword } from './copy-password.tsx';
import classes from './restore.module.css';
import { useMoment } from './use-moment.ts';
import { type Preview, useRestore } from './use-restore.ts';

type Copies = Output<'restore.state'>['copies'];

interface ChooserProps {
  readonly copies: Copies;
  readonly timeZone: string;
  onLook(copy: CopyChoice | null): void;
}

/** One of the list, or a file from anywhere. */
function Chooser({ copies, timeZone, onLook }: ChooserProps) {
  const { t } = useTranslation();
  const moment = useMoment(timeZone);
  const [picked, setPicked] = useState<string | null>(null);
  // The list may come, or change, after the first look at it: one that is gone is not offered.
  const fileName = (copies.find((one) => one.fileName === picked) ?? copies[0])?.fileName ?? null;
  const data = copies.map((copy) => ({
    value: copy.fileName,
    label: t('restore.option', {
      when: moment(copy.madeAt),
      customers: t('settings.data.customers', { count: copy.customers }),
      sales: t('settings.data.sales', { count: copy.sales }),
    }),
  }));
  return (
    <>
      {copies.length > 0 && (
        <Select
          className={classes.choice}
          label={t('restore.which')}
          data={data}
          value={fileName}
          allowDeselect={false}
          onChange={setPicked}
        />
      )}
      <div className={classes.buttons}>
        {fileName !== null && (
          <Button variant="filled" onClick={() => onLook({ kind: 'listed', fileName })}>
            {t('restore.look')}
          </Button>
        )}
        <Button onClick={() => onLook(null)}>
          {t(copies.length === 0 ? 'restore.pick' : 'restore.elsewhere')}
        </Button>
      </div>
    </>
  );
}

interface Props {
  readonly copies: Copies;
  /** The zone that the days of the list are written in. */
  readonly timeZone: string;
  /** A copy of the list that is looked through at once. */
  readonly first?: string | null;
  onRestored(preview: Preview): void;
}

/** Choosing a copy, seeing what it holds, and putting it in the place of the data. */
export function RestoreSteps({ copies, timeZone, first = null, onRestored }: Props) {
  const { t } = useTranslation();
  const { look, unlock, run, preview, locked, clear, looking, running, task } =
    useRestore(onRestored);
  const onFirst = useEffectEvent((fileName: string) => void look({ kind: 'listed', fileName }));
  useEffect(() => {
    if (first !== null) onFirst(first);
  }, [first]);
  const error = running.error ?? looking.error;
  return (
    <div className={classes.steps}>
      {task.isRunning && (
        <>
          <p className={classes.busy} role="status">
            <Loader size="sm" aria-hidden="true" />
            {t(task === running ? 'restore.running' : 'restore.looking')}
          </p>
          <div className={classes.buttons}>
            <Button onClick={task.cancel}>{t('app.cancel')}</Button>
          </div>
        </>
      )}
      {!task.isRunning && preview !== null && (
        <>
          <CopyFacts preview={preview} />
          <StopsRunning />
          <div className={classes.buttons}>
            <Button variant="filled" onClick={() => void run()}>
              {t('restore.run')}
            </Button>
            <Button onClick={clear}>{t('restore.another')}</Button>
          </div>
        </>
      )}
      {!task.isRunning && error !== null && <ErrorState error={error} />}
      {!task.isRunning && locked !== null && (
        <CopyPassword copy={locked} onGiven={(secret) => void unlock(secret)} onOther={clear} />
      )}
      {!task.isRunning && preview === null && locked === null && (
        <Chooser copies={copies} timeZone={timeZone} onLook={(copy) => void look(copy)} />
      )}
    </div>
  );
}
