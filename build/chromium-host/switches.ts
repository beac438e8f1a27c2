/** What a test can make happen that a good day never shows; `LANGGAN_HOST_SWITCHES` names them, with commas. */
export type Switch =
  /** `ready-to-show` never comes, as it often does not on Wayland. */
  | 'never-ready-to-show'
  /** The system has no notifications: `Notification.isSupported()` is false. */
  | 'no-notifications'
  /** Every notification fails instead of being shown. */
  | 'notifications-fail'
  /** The save dialog is closed without a place. */
  | 'save-cancelled'
  /** No program takes an address or a folder: `openExternal` rejects. */
  | 'nothing-opens';

export const switchVariable = 'LANGGAN_HOST_SWITCHES';

const thrown = new Set(process.env[switchVariable]?.split(','));

export function isOn(name: Switch): boolean {
  return thrown.has(name);
}

/** The loopback debugging port that a test has asked for (`0`: any free one); null when no test looks on. */
export function testPort(): string | null {
  return process.env.LANGGAN_TEST_PORT ?? null;
}
