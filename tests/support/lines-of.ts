/** A property of a card or a calendar, as RFC 6350 and RFC 5545 have it. */
export interface Line {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

/** Reads folded content lines; fails where one is too long or ends otherwise than the standards say. */
export function linesOf(bytes: Buffer): readonly Line[] {
  const text = bytes.toString('utf8');
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line end is none');
  const physical = text.slice(0, -2).split('\r\n');
  const long = physical.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`over 75 octets: ${long}`);
  return text
    .replaceAll(/\r\n[ \t]/g, '')
    .slice(0, -2)
    .split('\r\n')
    .map((line) => {
      const [, name, params, value] = /^([A-Z-]+)((?:;[^:;]+)*):(.*)$/s.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`no property: ${line}`);
      return { name, params: params ?? '', value };
    });
}

/** The parts of a value between separators that stand for themselves, each as the text it was made from. */
export function partsOf(value: string, separator: ';' | ','): readonly string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at += 1) {
    const one = value[at] ?? '';
    if (one === separator) parts.push('');
    else {
      const escaped = one === '\\' ? (value[++at] ?? '') : one;
      parts[parts.length - 1] += one === '\\' && /n/i.test(escaped) ? '\n' : escaped;
    }
  }
  return parts;
}

/** The properties of each component of a kind. */
export function componentsOf(lines: readonly Line[], kind: string): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  let current: Line[] | null = null;
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === kind) current = [];
    else if (line.name === 'END' && line.value === kind && current !== null) {
      found.push(current);
      current = null;
    } else current?.push(line);
  }
  return found;
}
