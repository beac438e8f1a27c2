import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import { useTask } from '#renderer/data/use-task.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './password.module.css';

type Second = NonNullable<Output<'backups.second'>>;

/** Copies in the second folder that stay readable when a password is set, and whether they are replaced then. */
export function useOpenSecond() {
  const { t } = useTranslation();
  const { data } = useQuery('backups.second', {});
  const fill = useTask('backups.fillSecond');
  const [replaces, setReplaces] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const second = data != null && data.open > 0 ? data : null;
  /** A protected copy is put there first; where that cannot be done, the open ones stay, and that is said. */
  const replace = async () => {
    if (second === null || !replaces) return;
    setSaid(t('password.second.running'));
    const result = await fill.run({ dropsOpen: true });
    const dropped = result.ok ? (result.value.dropped ?? 0) : 0;
    setSaid(
      dropped > 0
        ? t('password.second.replaced', { count: dropped })
        : t('password.second.left', { folder: second.folder }),
    );
  };
  return { second, replaces, setReplaces, replace, said };
}

interface Props {
  readonly second: Second;
  readonly replaces: boolean;
  onChange(replaces: boolean): void;
}

/** Says before the password is set what it does not protect, and offers to replace it. */
export function OpenSecond({ second, replaces, onChange }: Props) {
  const { t } = useTranslation();
  const { open: count, folder } = second;
  return (
    <>
      <p className={classes.warning}>{t('password.second.open', { count, folder })}</p>
      <Checkbox
        label={t('password.second.replace', { count })}
        checked={replaces}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </>
  );
}
