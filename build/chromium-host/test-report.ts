/** What a test that started the host can read from its output, one JSON line each. */
export type Report =
  | { readonly ready: { readonly port: number } }
  | { readonly refused: string }
  | { readonly opened: string };

/** Says it when a test is listening. */
export function report(line: Report): void {
  if (process.env.LANGGAN_TEST_PORT !== undefined) {
    process.stdout.write(`${JSON.stringify({ langganHost: line })}\n`);
  }
}

/** Reads one line of output; null when it is no report. */
export function readReport(line: string): Report | null {
  if (!line.startsWith('{"langganHost"')) return null;
  return (JSON.parse(line) as { langganHost: Report }).langganHost;
}
