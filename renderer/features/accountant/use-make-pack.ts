import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke } from '#renderer/data/client.ts';
import { type Task, useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Input, Output } from '#shared/contract/index.ts';

type Request = Input<'accountant.makePack'>;
export type Made = NonNullable<Output<'accountant.makePack'>>;

/** A pack that was made, and of which period. */
export interface MadePack extends Made {
  readonly period: Request['period'];
}

export interface PackMaking {
  readonly task: Task<'accountant.makePack'>;
  /** The last pack that was made here. */
  readonly made: MadePack | null;
  make(request: Request): Promise<void>;
  open(path: string): Promise<void>;
}

/** Makes a pack and shows its folder once it stands. */
export function useMakePack(): PackMaking {
  const { t } = useTranslation();
  const task = useTask('accountant.makePack');
  const { sayError } = useUndo();
  const [made, setMade] = useState<MadePack | null>(null);
  const open = async (path: string) => {
    const result = await invoke('accountant.openFolder', { path });
    if (!result.ok) sayError(result.error);
  };
  const make = async (request: Request) => {
    setMade(null);
    const result = await task.run(request, t('accountant.make.running'));
    if (!result.ok) return sayError(result.error);
    if (result.value === null) return;
    setMade({ ...result.value, period: request.period });
    await open(result.value.path);
  };
  return { task, made, make, open };
}
