import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '#build/engine.ts';
import { openEnvelope, sealKey } from '#db/file/key-envelope.ts';

const password = 'kopi tubruk 77';

/** As the app seals it, out of the source: what tests run themselves is made cheap to try. */
function sealedByTheProduct(): Awaited<ReturnType<typeof sealKey>> {
  const code = `
    import { sealKey } from '#db/file/key-envelope.ts';
    console.log(JSON.stringify(await sealKey('${password}', null)));`;
  const given = ['--input-type=module', '--eval', code];
  const { stdout } = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8' });
  return JSON.parse(stdout);
}

it('a guess at a password, or at its code, costs 128 MiB and about half a second', async () => {
  const sealed = sealedByTheProduct();
  const costs = [sealed.envelope.byPassword, sealed.envelope.byCode];
  for (const { n, r, p } of costs) expect({ n, r, p }).toEqual({ n: 131_072, r: 8, p: 1 });
  // Opened with what it says of itself, not with what it would be sealed with here.
  const ours = await sealKey(password, null);
  expect(ours.envelope.byPassword.n).toBeLessThan(131_072);
  for (const secret of [password, sealed.recoveryCode]) {
    expect((await openEnvelope(sealed.envelope, secret))?.key).toBe(sealed.key);
    expect(await openEnvelope(ours.envelope, secret)).toEqual(
      secret === password ? { key: ours.key, envelope: ours.envelope } : null,
    );
  }
});
