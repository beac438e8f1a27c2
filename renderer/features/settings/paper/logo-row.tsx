import { Button, FileButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { SettingRow } from '../setting-row.tsx';
import classes from '../settings.module.css';
import { type PictureProblem, readLogo } from './read-logo.ts';

const UNDO_MS = 10_000;

/** The picture as it is kept, with what it was before for a while. */
function useLogo() {
  const { data } = useQuery('settings.logo', {});
  const { run, error } = useCommand('settings.setLogo');
  const [former, setFormer] = useState<{ readonly jpeg: string | null } | null>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  useEffect(() => {
    if (former === null) return;
    const timer = setTimeout(() => setFormer(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [former]);
  const jpeg = data?.jpeg ?? null;
  const keep = async (next: string | null) => {
    if ((await run({ jpeg: next })).ok) setFormer({ jpeg });
  };
  const choose = async (file: File | null) => {
    if (file === null) return;
    const read = await readLogo(file);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) await keep(read.jpeg);
  };
  const takeBack = () => {
    if (former !== null) void run(former);
    setFormer(null);
  };
  const saved = { error, takeBack: former === null ? null : takeBack };
  return { jpeg, problem, choose, remove: () => void keep(null), saved };
}

/** The shop's picture on what is printed: chosen from a file, shown as it is kept. */
export function LogoRow() {
  const { t } = useTranslation();
  const { jpeg, problem, choose, remove, saved } = useLogo();
  return (
    <SettingRow label={t('settings.paper.logo')} hint={t('settings.paper.logoHint')} saved={saved}>
      {jpeg !== null && (
        <img
          className={classes.logo}
          src={`data:image/jpeg;base64,${jpeg}`}
          alt={t('settings.paper.logoAlt')}
        />
      )}
      <div className={classes.buttons}>
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button size="xs" {...props}>
              {t('settings.paper.logoChoose')}
            </Button>
          )}
        </FileButton>
        {jpeg !== null && (
          <Button size="xs" onClick={remove}>
            {t('settings.paper.logoRemove')}
          </Button>
        )}
      </div>
      {problem !== null && (
        <p className={classes.wrong} role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
    </SettingRow>
  );
}
