import { openEnvelope } from '#db/file/key-envelope.ts';
import type { Protection } from '#db/file/protection.ts';
import { AppFailure } from '#shared/errors.ts';

/** Fails with `CONFLICT wrong-password` where a secret is neither the password nor the recovery code. */
export async function requireOpened(
  envelope: Protection['envelope'],
  secret: string,
): Promise<Protection> {
  const opened = await openEnvelope(envelope, secret);
  if (opened === null) throw new AppFailure({ code: 'CONFLICT', reason: 'wrong-password' });
  return opened;
}
