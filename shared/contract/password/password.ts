import { z } from 'zod';
import { action, query, task } from '../define.ts';

const base64 = z.string().max(100);

/** A key sealed by AES-256-GCM under what scrypt (RFC 7914) makes of a secret; bytes in base64. */
export const wrappedKey = z.strictObject({
  salt: base64,
  n: z.int().min(1024).max(1_048_576),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  iv: base64,
  tag: base64,
  sealed: base64,
});
export type WrappedKey = z.infer<typeof wrappedKey>;

/** What lies beside protected files: their key, once sealed by the password and once by the recovery code. */
export const keyEnvelope = z.strictObject({
  version: z.literal(1),
  /** Tells one key from another, and nothing of it. */
  keyName: z.string().max(64),
  byPassword: wrappedKey,
  byCode: wrappedKey,
});
export type KeyEnvelope = z.infer<typeof keyEnvelope>;

/** Characters that a new password has at least. */
export const leastPassword = 8;
const secret = z.string().min(1).max(200);
const newPassword = z.string().min(leastPassword).max(200);

export const passwordContract = {
  /** Whether a password protects the shop. While its screen is locked, only `password.unlock` is answered. */
  'password.state': query({
    input: z.strictObject({}),
    output: z.strictObject({ isProtected: z.boolean() }),
    touches: ['shop'],
  }),
  /**
   * Protects the shop and its copies; answers the code that opens them when the password is forgotten.
   * `leftOpen`: copies that could not be protected, by name.
   */
  'password.set': action({
    input: z.strictObject({ password: newPassword }),
    output: z.strictObject({ recoveryCode: z.string(), leftOpen: z.array(z.string()) }),
    touches: ['shop', 'backups'],
  }),
  /** Another password and another code for the same shop; the old ones no longer open it. */
  'password.change': action({
    input: z.strictObject({ current: secret, password: newPassword }),
    output: z.strictObject({ recoveryCode: z.string() }),
    touches: ['shop', 'backups'],
  }),
  /** From then on the shop opens by itself. Copies made before go on asking for the password. */
  'password.remove': action({
    input: z.strictObject({ current: secret }),
    output: z.null(),
    touches: ['shop', 'backups'],
  }),
  /** Opens the shop, or the locked screen, by the password or the recovery code. */
  'password.unlock': action({
    input: z.strictObject({ secret }),
    output: z.strictObject({ isOpen: z.literal(true) }),
    touches: ['shop'],
  }),
  /** Lets nobody at the shop before the password is given again. */
  'password.lock': action({
    input: z.strictObject({}),
    output: z.strictObject({ isLocked: z.literal(true) }),
    touches: ['shop'],
  }),
  /** A step of setting and removing: the shop is written anew beside itself. Only main begins it. */
  'password.turn': task({ input: z.strictObject({}), output: z.null(), touches: [] }),
  /** A step of setting and removing: what waits on the import is sealed, or laid open. Only main begins it. */
  'password.drafts': task({ input: z.strictObject({}), output: z.null(), touches: [] }),
  /** A step of setting: copies that lie open are protected; answers those that stay so. Only main begins it. */
  'password.copies': task({
    input: z.strictObject({}),
    output: z.array(z.string()),
    touches: ['backups'],
  }),
};
