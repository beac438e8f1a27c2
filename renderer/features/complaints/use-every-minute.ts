import { useInterval } from '@mantine/hooks';

const MINUTE_MS = 60_000;

/** Calls again every minute while the screen is there: clocks go on although nothing was changed. */
export function useEveryMinute(call: () => void): void {
  useInterval(call, MINUTE_MS, { autoInvoke: true });
}
