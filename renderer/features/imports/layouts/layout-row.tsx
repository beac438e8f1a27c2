import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '#renderer/components/figures.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ImportLayout } from '#shared/contract/imports/layouts.ts';
import classes from '../start.module.css';

/** Whether new files are read by a layout, with a way back that is offered at once. */
function useForgetting(layout: ImportLayout, name: string) {
  const { t } = useTranslation();
  const { run, isRunning } = useCommand('imports.forgetLayout');
  const { offer, sayError } = useUndo();
  const { key } = layout;
  const put = async (isForgotten: boolean): Promise<void> => {
    const result = await run({ key, isForgotten });
    if (!result.ok) return sayError(result.error);
    const said = isForgotten
      ? t('import.layouts.forgot', { name })
      : t('import.layouts.isUsed', { name });
    offer(said, () => void put(!isForgotten));
  };
  return { put, isRunning };
}

interface Props {
  readonly layout: ImportLayout;
  /** What it is called, by its owner or after its last file. */
  readonly name: string;
  onName(): void;
}

function Actions({ layout, name, onName }: Props) {
  const { t } = useTranslation();
  const { put, isRunning } = useForgetting(layout, name);
  const isForgotten = layout.forgottenAt !== null;
  return (
    <span className={classes.actions}>
      <Button size="xs" aria-label={t('import.layouts.nameOf', { name })} onClick={onName}>
        {t('import.layouts.name')}
      </Button>
      <Button
        size="xs"
        loading={isRunning}
        aria-label={t(isForgotten ? 'import.layouts.useOf' : 'import.layouts.forgetOf', {
          name,
        })}
        onClick={() => void put(!isForgotten)}
      >
        {t(isForgotten ? 'import.layouts.use' : 'import.layouts.forget')}
      </Button>
    </span>
  );
}

export function LayoutRow({ layout, name, onName }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { titles, fields, answers, changes, asked, files, forgottenAt, lastUsedAt } = layout;
  const taken = fields.filter((field) => field !== 'ignore').length;
  const all = titles.filter((title) => title !== '').join(', ');
  return (
    <tr data-undone={forgottenAt !== null || undefined}>
      <td className={classes.files}>
        {name}
        {forgottenAt !== null && (
          <StatusBadge kind="waiting">
            {t('import.layouts.forgotten', { date: format.date(format.dayOf(forgottenAt), true) })}
          </StatusBadge>
        )}
      </td>
      <td className={classes.files}>
        <span className={classes.titles} title={all}>
          {all === '' ? t('import.layouts.noTitles') : all}
        </span>
      </td>
      <td>
        {t('import.layouts.taken', { taken, count: fields.length })}
        {answers > 0 && (
          <span className={classes.more}>{t('import.layouts.answers', { count: answers })}</span>
        )}
        {changes > 0 && (
          <span className={classes.more}>{t('import.layouts.changes', { count: changes })}</span>
        )}
        {asked > 0 && (
          <span className={classes.more}>{t('import.layouts.asked', { count: asked })}</span>
        )}
      </td>
      <td>
        <DateText iso={format.dayOf(lastUsedAt)} short />
        <span className={classes.more}>{t('import.layouts.read', { count: files })}</span>
      </td>
      <td>
        <Actions layout={layout} name={name} onName={onName} />
      </td>
    </tr>
  );
}
