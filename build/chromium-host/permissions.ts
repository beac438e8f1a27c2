import type { WebContents } from 'electron';
import { hostOrigin, toAppAddress } from './page/addresses.ts';
import { mayUse } from './session.ts';
import type { HostContents } from './web-contents.ts';

/** Electron's name of each permission, and the protocol's. */
const permissions = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'display-capture': ['display-capture'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  keyboardLock: ['keyboard-lock'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  pointerLock: ['pointer-lock'],
  'speaker-selection': ['speaker-selection'],
  'storage-access': ['storage-access'],
  'top-level-storage-access': ['top-level-storage-access'],
  'window-management': ['window-management'],
} as const;

/** Settles each permission of the app's origin by what the app's own handlers say, once, before the first page. */
export async function askForPermissions(contents: HostContents): Promise<void> {
  const origin = toAppAddress(hostOrigin);
  const asked = Object.entries(permissions).flatMap(([permission, names]) => {
    const isGranted = mayUse(contents as unknown as WebContents, permission, origin);
    const setting = isGranted ? 'granted' : 'denied';
    return names.map((name) =>
      contents.pipe.send('Browser.setPermission', {
        permission: { name },
        setting,
        origin: hostOrigin,
      }),
    );
  });
  await Promise.all(asked);
}
