import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { invoke } from '#renderer/data/client.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useBringBack } from '#renderer/data/use-bring-back.ts';
import { type Task, type TaskName, useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

type Made = NonNullable<Output<'exports.everything'>>;

interface WorkProps<N extends TaskName> {
  readonly task: Task<N>;
  readonly running: string;
  readonly begin: string;
  onBegin(): void;
}

/** The button that begins a long piece of work; while it runs, how far it is, and a way to stop it. */
function Work<N extends TaskName>({ task, running, begin, onBegin }: WorkProps<N>) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.buttons}>
        {task.isRunning ? (
          <>
            <div className={classes.progress}>
              <ProgressLine progress={task.progress} label={running} />
            </div>
            <Button size="xs" onClick={task.cancel}>
              {t('settings.everything.cancel')}
            </Button>
          </>
        ) : (
          <Button size="xs" onClick={onBegin}>
            {begin}
          </Button>
        )}
      </div>
      {task.error !== null && <ErrorState error={task.error} />}
    </>
  );
}

function MadeNote({ made }: { readonly made: Made }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sayError } = useUndo();
  const { path, customers, sales, rows, cards, events } = made;
  const open = async () => {
    const result = await invoke('accountant.openFolder', { path });
    if (!result.ok) sayError(result.error);
  };
  return (
    <div role="status">
      <StatusBadge kind="good">
        {t('settings.everything.done', { date: format.date(format.today) })}
      </StatusBadge>
      <p className={classes.path}>{path}</p>
      <p className={classes.facts}>
        {t('settings.everything.counts', {
          customers: t('settings.data.customers', { count: customers }),
          sales: t('settings.data.sales', { count: sales }),
          rows: t('settings.everything.rows', { count: rows }),
        })}
      </p>
      <p className={classes.facts}>
        {t('settings.everything.phone', {
          cards: t('settings.everything.cards', { count: cards }),
          events: t('settings.everything.events', { count: events }),
        })}
      </p>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => void open()}>
          {t('settings.everything.open')}
        </Button>
      </div>
    </div>
  );
}

function ExportRow() {
  const { t } = useTranslation();
  const task = useTask('exports.everything');
  const [made, setMade] = useState<Made | null>(null);
  const begin = async () => {
    setMade(null);
    const result = await task.run({}, t('settings.everything.exporting'));
    if (result.ok) setMade(result.value);
  };
  return (
    <SettingRow
      label={t('settings.everything.out')}
      hint={
        <>
          {t('settings.everything.what')} {t('settings.everything.goesAlong')}
        </>
      }
    >
      <p className={classes.warning}>{t('settings.everything.warning')}</p>
      <Work
        task={task}
        running={t('settings.everything.exporting')}
        begin={t('settings.everything.export')}
        onBegin={() => void begin()}
      />
      {made !== null && !task.isRunning && <MadeNote made={made} />}
    </SettingRow>
  );
}

function BringRow() {
  const { t } = useTranslation();
  const { task, bring } = useBringBack();
  return (
    <SettingRow label={t('settings.everything.bring')} hint={t('settings.everything.bringHint')}>
      <Work
        task={task}
        running={t('settings.everything.bringing')}
        begin={t('settings.everything.bringButton')}
        onBegin={() => void bring()}
      />
    </SettingRow>
  );
}

/** All the shop holds as one folder, and such a folder brought back. */
export function EverythingSection() {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  return (
    <Card title={t('settings.everything.title')}>
      <ExportRow />
      {!isSample && <BringRow />}
    </Card>
  );
}
