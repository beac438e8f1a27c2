// Full-width forms and a line feed count as well: some spreadsheets read them like the plain ones.
const RISKY = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * Puts `'` before a text that a spreadsheet might run as a formula. A text that already begins with
 * `'` and such a sign gets one more, so that stripping always gives the text back.
 */
export function addFormulaGuard(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Takes off exactly one such prefix, for import; any other text stays as it is. */
export function stripFormulaGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
