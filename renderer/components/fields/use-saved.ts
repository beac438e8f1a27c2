import { useEffect, useState } from 'react';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { AppError } from '#shared/errors.ts';

const UNDO_MS = 10_000;

type Part = Partial<ShopSettings>;

export interface Saved {
  /** Saves a part of the settings at once; false when it was refused (`error` says why). */
  save(part: Part): Promise<boolean>;
  /** For ten seconds after a save: puts the former values back. Null: nothing to take back. */
  readonly takeBack: (() => void) | null;
  readonly error: AppError | null;
}

function formerOf(settings: ShopSettings, part: Part): Part {
  const keys = Object.keys(part) as (keyof ShopSettings)[];
  return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}

/** One setting that saves itself, and can be taken back for a while. */
export function useSaved(): Saved {
  const { settings } = useSettings();
  const { run, error } = useCommand('settings.update');
  const [former, setFormer] = useState<Part | null>(null);
  useEffect(() => {
    if (former === null) return;
    const timer = setTimeout(() => setFormer(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [former]);
  const save = async (part: Part) => {
    const before = formerOf(settings, part);
    const result = await run(part);
    if (result.ok) setFormer(before);
    return result.ok;
  };
  const takeBack = () => {
    if (former === null) return;
    setFormer(null);
    void run(former);
  };
  return { save, takeBack: former === null ? null : takeBack, error };
}
