import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './backups.module.css';

type Entry = Output<'backups.setAside'>[number];

const MB = 1_000_000;
const COLUMNS = ['when', 'why', 'size', 'actions'] as const;

function useWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    when: ({ at, name }: Entry) => (at === null ? name : format.moment(at)),
    size: ({ bytes }: Entry) => t('backups.size', { mb: format.number(bytes / MB, 1) }),
    why: ({ why, source }: Entry) => t(`backups.aside.why.${why ?? 'unknown'}`, { source }),
  };
}

interface RemoveProps {
  readonly entry: Entry;
  onClose(): void;
}

/** Asks before a file goes for good. */
function RemoveDialog({ entry, onClose }: RemoveProps) {
  const { t } = useTranslation();
  const words = useWords();
  const remove = useCommand('backups.removeSetAside');
  const when = words.when(entry);
  const removeIt = async () => {
    const result = await remove.run({ name: entry.name }, t('backups.aside.removed', { when }));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('backups.aside.removeTitle', { when })} onClose={onClose}>
      <div className={classes.asked}>
        <p>{t('backups.aside.removeText', { size: words.size(entry) })}</p>
        {entry.isWayBack && <p className={classes.what}>{t('backups.aside.wayBack')}</p>}
        {remove.error !== null && <ErrorState error={remove.error} />}
      </div>
      <div className={classes.ways}>
        <Button data-autofocus onClick={onClose}>
          {t('backups.aside.keep')}
        </Button>
        <Button
          variant="filled"
          color="red"
          loading={remove.isRunning}
          onClick={() => void removeIt()}
        >
          {t('backups.aside.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}

interface RowProps {
  readonly entry: Entry;
  onRemove(): void;
}

function Row({ entry, onRemove }: RowProps) {
  const { t } = useTranslation();
  const words = useWords();
  const open = useCommand('backups.openSetAside');
  const when = words.when(entry);
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>
        {words.why(entry)}
        <span className={classes.sub}>{t('backups.aside.name', { name: entry.name })}</span>
      </td>
      <td className={classes.n}>{words.size(entry)}</td>
      <td className={classes.actions}>
        <Button
          size="xs"
          aria-label={t('backups.aside.openOf', { when })}
          onClick={() => void open.run({ name: entry.name })}
        >
          {t('backups.aside.open')}
        </Button>
        <Button size="xs" aria-label={t('backups.aside.removeOf', { when })} onClick={onRemove}>
          {t('backups.aside.remove')}
        </Button>
        {open.error !== null && <ErrorState error={open.error} />}
      </td>
    </tr>
  );
}

/** What was set aside when another file took the shop's place: it is never cleared but by hand. */
export function SetAsideCard() {
  const { t } = useTranslation();
  const { data = [] } = useQuery('backups.setAside', {});
  const [asked, setAsked] = useState<Entry | null>(null);
  if (data.length === 0) return null;
  return (
    <Card title={t('backups.aside.title')} padded={false} ruled>
      <p className={classes.quiet}>{t('backups.aside.text')}</p>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={t('backups.aside.title')}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={column === 'size' ? classes.n : undefined}>
                  {t(`backups.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((entry) => (
              <Row key={entry.name} entry={entry} onRemove={() => setAsked(entry)} />
            ))}
          </tbody>
        </table>
      </div>
      {asked !== null && <RemoveDialog entry={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}
