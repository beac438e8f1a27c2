import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  randomInt,
  scrypt,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyEnvelope, WrappedKey } from '#shared/contract/password/password.ts';
import type { Protection } from './protection.ts';

type Derive = (
  secret: string,
  salt: Buffer,
  length: number,
  cost: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>;
const derive = promisify(scrypt) as Derive;

/** RFC 7914: 128 MiB and about half a second for each guess. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const;
const mostMemory = 512 * 1024 * 1024;

/** Crockford's digits: none is taken for another when it is read out or copied by hand. */
const codeDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 24;

/** A code to be printed and kept: 120 random bits, in six groups of four. */
export function newRecoveryCode(): string {
  const digits = Array.from({ length: codeLength }, () => codeDigits[randomInt(32)]);
  return (digits.join('').match(/.{4}/g) ?? []).join('-');
}

/** A code as typed: in small letters, without dashes, with O for 0 and I or L for 1. */
function plainCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** The same password however the keyboard puts its letters together. */
function plainPassword(typed: string): string {
  return typed.normalize('NFKC');
}

async function wrappingKey(secret: string, wrapped: Pick<WrappedKey, 'salt' | 'n' | 'r' | 'p'>) {
  const { n: N, r, p } = wrapped;
  return derive(secret, Buffer.from(wrapped.salt, 'base64'), 32, { N, r, p, maxmem: mostMemory });
}

async function wrap(key: Buffer, secret: string): Promise<WrappedKey> {
  const made = { salt: randomBytes(16).toString('base64'), ...cost };
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(secret, made), iv);
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { ...made, iv: text(iv), tag: text(cipher.getAuthTag()), sealed: text(sealed) };
}

/** Null: it is another secret. */
async function unwrap(wrapped: WrappedKey, secret: string): Promise<Buffer | null> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const by = await wrappingKey(secret, wrapped);
  const decipher = createDecipheriv('aes-256-gcm', by, bytes(wrapped.iv), { authTagLength: 16 });
  decipher.setAuthTag(bytes(wrapped.tag));
  try {
    return Buffer.concat([decipher.update(bytes(wrapped.sealed)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Names a key without giving it away. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('langgan key').update(key).digest('hex').slice(0, 16);
}

export interface NewEnvelope extends Protection {
  /** Shown once, and kept nowhere. */
  readonly recoveryCode: string;
}

/** Wraps a key, hex, or a new one, by a password and by a new recovery code. */
export async function sealKey(password: string, key: string | null): Promise<NewEnvelope> {
  const bytes = key === null ? randomBytes(32) : Buffer.from(key, 'hex');
  const recoveryCode = newRecoveryCode();
  const envelope: KeyEnvelope = {
    version: 1,
    keyName: nameOf(bytes),
    byPassword: await wrap(bytes, plainPassword(password)),
    byCode: await wrap(bytes, plainCode(recoveryCode)),
  };
  return { key: bytes.toString('hex'), envelope, recoveryCode };
}

/** What an envelope holds, opened by its password or its recovery code; null: it is neither. */
export async function openEnvelope(
  envelope: KeyEnvelope,
  secret: string,
): Promise<Protection | null> {
  const isCode = plainCode(secret).length === codeLength;
  const key =
    (await unwrap(envelope.byPassword, plainPassword(secret))) ??
    (isCode ? await unwrap(envelope.byCode, plainCode(secret)) : null);
  return key === null ? null : { key: key.toString('hex'), envelope };
}
