import { useEffect, useRef } from 'react';
import type { Saved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';

/**
 * A setting that many fields write a piece of, such as the week's hours. Each change starts from the
 * last one made, which the window may not have been told of yet.
 */
export function usePart<K extends keyof ShopSettings>(key: K, saved: Saved) {
  const stored = useSettings().settings[key];
  const latest = useRef(stored);
  useEffect(() => {
    latest.current = stored;
  }, [stored]);
  const change = async (next: (former: ShopSettings[K]) => ShopSettings[K]): Promise<boolean> => {
    latest.current = next(latest.current);
    const isSaved = await saved.save({ [key]: latest.current });
    if (!isSaved) latest.current = stored;
    return isSaved;
  };
  return { value: stored, change };
}
