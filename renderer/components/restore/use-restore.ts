import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke } from '#renderer/data/client.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { CopyChoice } from '#shared/contract/restore/restore.ts';
import { useMoment } from './use-moment.ts';

export type Preview = NonNullable<Output<'restore.preview'>>;

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
  const [preview, setPreview] = useState<Preview | null>(null);
  const { say, offer } = useUndo();
  const goBack = useGoBack();
  const moment = useMoment(preview?.timeZone ?? 'UTC');
  const look = async (copy: CopyChoice | null) => {
    setPreview(null);
    const result = await looking.run({ copy }, t('restore.looking'));
    if (result.ok) setPreview(result.value);
  };
  const run = async () => {
    if (preview === null) return;
    const result = await running.run({ copy: preview.copy }, t('restore.running'));
    if (!result.ok) return;
    setPreview(null);
    const { madeAt, fileName } = preview;
    const done = t('restore.done', { backup: madeAt === null ? fileName : moment(madeAt) });
    if (result.value.before === null) say(done);
    else offer(done, () => void goBack());
    onRestored(preview);
  };
  const task = running.isRunning ? running : looking;
  return { look, run, preview, clear: () => setPreview(null), looking, running, task };
}
