import { useEffect, useEffectEvent } from 'react';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks the screen of a protected shop when nobody has been at it for as long as the owner has said. */
export function useIdleLock(): void {
  const { settings, isSample } = useSettings();
  const { data } = useQuery('password.state', {});
  const { run } = useCommand('password.lock');
  const minutes = data?.isProtected === true && !isSample ? settings.lockAfterMinutes : 0;
  const lock = useEffectEvent(() => void run({}));
  useEffect(() => {
    if (minutes === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * 60_000);
    };
    again();
    for (const sign of signs) window.addEventListener(sign, again, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again);
    };
  }, [minutes]);
}
