import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { kindOf } from '#shared/domain/books/period.ts';
import classes from './accountant.module.css';
import type { MadePack } from './use-make-pack.ts';
import { usePeriodText } from './use-period.ts';

interface Props {
  readonly made: MadePack;
  readonly names: readonly { readonly id: string; readonly name: string }[];
  onOpen(): void;
}

/** What was made and where, and what had no place in a template. */
export function MadeNote({ made, names, onOpen }: Props) {
  const { t } = useTranslation();
  const textOf = usePeriodText();
  const { period, path, files, templates } = made;
  const left = templates.filter(({ leftOut }) => leftOut > 0);
  return (
    <div className={classes.made} role="status">
      <StatusBadge kind="good">
        {t('accountant.make.done', { period: textOf(kindOf(period) ?? 'own', period) })}
      </StatusBadge>
      <p>{t('accountant.make.sums')}</p>
      <p className={classes.path}>
        {t('accountant.make.where', { count: files.length, folder: path })}
      </p>
      {left.map(({ id, rows, leftOut }) => (
        <StatusBadge key={id} kind="due">
          {t('accountant.make.leftOut', {
            name: names.find((one) => one.id === id)?.name ?? id,
            rows,
            count: leftOut,
          })}
        </StatusBadge>
      ))}
      <Button
        size="xs"
        leftSection={<IconFolderOpen size={16} stroke={1.75} aria-hidden="true" />}
        onClick={onOpen}
      >
        {t('accountant.make.open')}
      </Button>
    </div>
  );
}
