import { useEffect, useEffectEvent } from 'react';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Runs once nobody has been at the screen for so many seconds. */
export function useIdle(seconds: number, run: () => void): void {
  const onIdle = useEffectEvent(run);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => onIdle(), seconds * 1000);
    };
    again();
    for (const sign of signs)
      window.addEventListener(sign, again, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again, { capture: true });
    };
  }, [seconds]);
}
