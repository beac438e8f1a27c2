import { invoke, nextCallId } from '#renderer/data/client.ts';
import type { AppError } from '#shared/errors.ts';
import { setImport, useImport } from './import-session.ts';
import { discard, inspect } from './import-work.ts';

/** Bytes of one piece: small enough to keep the window free, large enough to be quick. */
export const pieceBytes = 1_048_576;

/** A piece of a file as base64 without the head that a data address has. */
export function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(piece);
  });
}

/** A folder, or a file that is gone: the window cannot read it. */
const unreadable: AppError = { code: 'BAD_FILE', reason: 'not-found' };

type Sent = { readonly ok: true } | { readonly ok: false; readonly error: AppError | null };

async function sendFile(
  file: File,
  number: number,
  sent: (bytes: number) => boolean,
): Promise<Sent> {
  for (let offset = 0; ; offset += pieceBytes) {
    const end = Math.min(offset + pieceBytes, file.size);
    const base64 = await base64Of(file.slice(offset, end)).catch(() => null);
    if (base64 === null) return { ok: false, error: unreadable };
    const { draftId } = useImport.getState();
    const isLast = end >= file.size;
    const piece = { draftId, file: number, name: file.name.slice(-255), offset, base64, isLast };
    const result = await invoke('imports.receive', piece);
    if (!result.ok) return { ok: false, error: result.error };
    setImport({ draftId: result.value.draftId });
    if (!sent(end - offset)) return { ok: false, error: null };
    if (isLast) return { ok: true };
  }
}

/** Hands dropped files to main piece by piece (never a path), then has them read. */
export async function receiveFiles(files: readonly File[]): Promise<void> {
  if (useImport.getState().done !== null) await discard();
  const isFirst = useImport.getState().draft === null;
  const callId = nextCallId();
  const title =
    files.length > 1 ? `${files[0]?.name} + ${files.length - 1}` : (files[0]?.name ?? '');
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  const report = (bytes: number): boolean => {
    done += bytes;
    if (bytes > 0 && useImport.getState().work?.callId !== callId) return false;
    const progress = { phase: 'reading' as const, done, total, elapsedMs: 0 };
    setImport({ work: { kind: 'receive', callId, title, progress } });
    return true;
  };
  setImport({ step: 'files', error: null, stopped: false });
  report(0);
  for (const file of files) {
    const number = useImport.getState().received;
    setImport({ received: number + 1 });
    const result = await sendFile(file, number, report);
    if (result.ok) continue;
    if (isFirst) await discard();
    setImport({ work: null, error: result.error, stopped: result.error === null });
    return;
  }
  setImport({ work: null });
  const { draftId } = useImport.getState();
  if (draftId !== null) await inspect(draftId, title);
}
