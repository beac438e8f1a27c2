import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ShopSettings } from '#shared/contract/settings.ts';

/** Switching language and theme from anywhere; the setting is saved and every screen follows. */
export function useSwitches(): {
  switchLanguage(): void;
  switchTheme(theme: ShopSettings['theme']): void;
} {
  const { settings } = useSettings();
  const { run } = useCommand('settings.update');
  const { sayError } = useUndo();
  const update = async (part: Partial<ShopSettings>) => {
    const result = await run(part);
    if (!result.ok) sayError(result.error);
  };
  return {
    switchLanguage: () => void update({ language: settings.language === 'id' ? 'en' : 'id' }),
    switchTheme: (theme) => void update({ theme }),
  };
}
