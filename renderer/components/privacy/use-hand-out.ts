import { useTranslation } from 'react-i18next';
import { invoke } from '#renderer/data/client.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CustomerId } from '#shared/ids.ts';

/** Writes all there is about one customer where the owner says, shows the folder, and says where it lies. */
export function useHandOut(customerId: CustomerId, name: string) {
  const { t } = useTranslation();
  const task = useTask('privacy.handOut');
  const { say, sayError } = useUndo();
  const run = async () => {
    const result = await task.run({ customerId }, t('privacy.handOut.running'));
    if (!result.ok) {
      if (result.error.code !== 'CANCELLED') sayError(result.error);
      return;
    }
    if (result.value === null) return;
    const { path } = result.value;
    say(t('privacy.handOut.done', { name, path }));
    // Where nothing here shows a folder, the sentence still says where it is.
    await invoke('accountant.openFolder', { path });
  };
  return { run, isRunning: task.isRunning };
}
