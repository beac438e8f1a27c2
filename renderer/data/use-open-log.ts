import { useTranslation } from 'react-i18next';
import { invoke } from './client.ts';
import { useUndo } from './use-undo.tsx';

/** Shows the folder of the log; where no program here shows folders, a toast says where it is. */
export function useOpenLog(): () => Promise<void> {
  const { t } = useTranslation();
  const { say } = useUndo();
  return async () => {
    const result = await invoke('logs.open', {});
    if (!result.ok || result.value.isOpen) return;
    const { folder } = result.value;
    say(t(folder === null ? 'app.log.none' : 'app.log.place', { folder }));
  };
}
