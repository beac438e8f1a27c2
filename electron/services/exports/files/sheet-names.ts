const MAX_LENGTH = 31;

/** A name that Excel accepts and that is not taken yet, compared without case; it is then taken. */
export function takeSheetName(wanted: string, taken: Set<string>): string {
  const clean = wanted
    // biome-ignore lint/suspicious/noControlCharactersInRegex: not allowed in a sheet's name
    .replace(/[[\]:*?/\\\u0000-\u001f\ufffe\uffff]|\p{Cs}/gu, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  const base = clean === '' || clean.toLowerCase() === 'history' ? 'Sheet' : clean;
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = base.slice(0, MAX_LENGTH - suffix.length).replace(/[\ud800-\udbff]$/, '') + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
