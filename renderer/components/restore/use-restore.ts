import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke } from '#renderer/data/client.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { CopyChoice } from '#shared/contract/restore/restore.ts';
import { useMoment } from './use-moment.ts';

type Looked = NonNullable<Output<'restore.preview'>>;
/** A copy whose password has to be given first. */
export type Locked = Extract<Looked, { isLocked: true }>;
export type Preview = Exclude<Looked, Locked>;

/** Goes back to before the last restore, and says so. */
export function useGoBack(): () => Promise<void> {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  return async () => {
    const result = await invoke('restore.undo', {});
    if (result.ok) say(t('restore.undone'));
    else sayError(result.error);
  };
}

/** Looking through a copy, then putting it in the place of the data: a copy is only taken once it was seen. */
export function useRestore(onRestored: (preview: Preview) => void) {
  const { t } = useTranslation();
  const looking = useTask('restore.preview');
  const running = useTask('restore.run');
  const [looked, setLooked] = useState<Looked | null>(null);
  const preview = looked !== null && !('isLocked' in looked) ? looked : null;
  const locked = looked !== null && 'isLocked' in looked ? looked : null;
  const { say, offer } = useUndo();
  const goBack = useGoBack();
  const moment = useMoment(preview?.timeZone ?? 'UTC');
  const look = async (copy: CopyChoice | null) => {
    setLooked(null);
    const result = await looking.run({ copy }, t('restore.looking'));
    if (result.ok) setLooked(result.value);
  };
  /** A wrong password leaves the question as it is. */
  const unlock = async (secret: string) => {
    if (locked === null) return;
    const result = await looking.run({ copy: locked.copy, secret }, t('restore.looking'));
    if (result.ok) setLooked(result.value);
  };
  const run = async () => {
    if (preview === null) return;
    const result = await running.run({ copy: preview.copy }, t('restore.running'));
    if (!result.ok) return;
    setLooked(null);
    const { madeAt, fileName } = preview;
    const done = t('restore.done', { backup: madeAt === null ? fileName : moment(madeAt) });
    if (result.value.before === null) say(done);
    else offer(done, () => void goBack());
    onRestored(preview);
  };
  const task = running.isRunning ? running : looking;
  const clear = () => setLooked(null);
  return { look, unlock, run, preview, locked, clear, looking, running, task };
}
