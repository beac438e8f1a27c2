import { type RefObject, useEffect } from 'react';

/**
 * Holds the form around a field back while what stands in it cannot be read, however it is sent:
 * what was saved then would be what the field said before. `onHeld` says why, beside the field.
 */
export function useRefusal(
  input: RefObject<HTMLInputElement | null>,
  isRefused: boolean,
  onHeld: () => void,
): void {
  useEffect(() => {
    const form = input.current?.form ?? null;
    if (!isRefused || form === null) return;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      onHeld();
      input.current?.focus();
    };
    form.addEventListener('submit', hold, { capture: true });
    return () => form.removeEventListener('submit', hold, { capture: true });
  });
}
