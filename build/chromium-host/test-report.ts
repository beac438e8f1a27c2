import { testPort } from './switches.ts';

/** What a test that started the host can read from its output, one JSON line each. */
export type Report =
  /** The first page is loaded and its window shown. */
  | { readonly ready: { readonly port: number } }
  /** The first page is loaded, and the app shows its window neither then nor a little later. */
  | { readonly neverShown: true }
  /** An address that a page asked for, or tried to go to, and did not get. */
  | { readonly refused: string }
  /** What was handed on to the system's programs; in a test it goes no further. */
  | { readonly opened: string }
  /** The title of a notification that stands on the screen now. */
  | { readonly notified: string };

/** Says it when a test is listening. */
export function report(line: Report): void {
  if (testPort() !== null) process.stdout.write(`${JSON.stringify({ langganHost: line })}\n`);
}

/** Reads one line of output; null when it is no report. */
export function readReport(line: string): Report | null {
  if (!line.startsWith('{"langganHost"')) return null;
  return (JSON.parse(line) as { langganHost: Report }).langganHost;
}
