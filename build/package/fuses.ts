import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/**
 * How Electron's own switches stand in a packaged program, and what each keeps out. They are set by
 * electron-builder.yml and read back from the binary itself.
 */
export const plannedFuses: readonly {
  readonly fuse: FuseV1Options;
  readonly isOn: boolean;
  readonly why: string;
}[] = [
  { fuse: FuseV1Options.RunAsNode, isOn: false, why: 'our program is no Node for others' },
  { fuse: FuseV1Options.EnableCookieEncryption, isOn: false, why: 'no cookie, so no keychain' },
  {
    fuse: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    isOn: false,
    why: 'NODE_OPTIONS loads no stranger’s code',
  },
  { fuse: FuseV1Options.EnableNodeCliInspectArguments, isOn: false, why: 'no debugger in main' },
  {
    fuse: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    isOn: true,
    why: 'a changed archive does not start (macOS, Windows)',
  },
  { fuse: FuseV1Options.OnlyLoadAppFromAsar, isOn: true, why: 'no folder beside it is the app' },
  {
    fuse: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    isOn: false,
    why: 'we ship no snapshot of our own',
  },
  { fuse: FuseV1Options.GrantFileProtocolExtraPrivileges, isOn: false, why: 'we use no file://' },
];

// One character for each fuse; others say that Electron has taken the fuse away.
const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

/** Which fuses of this program (on macOS the `.app`) are not as planned. */
export async function fuseProblems(program: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(program);
  return plannedFuses
    .filter(({ fuse, isOn }) => wire[fuse] !== (isOn ? on : off))
    .map(
      ({ fuse, isOn, why }) => `fuse ${FuseV1Options[fuse]} is not ${isOn ? 'on' : 'off'}: ${why}`,
    );
}
