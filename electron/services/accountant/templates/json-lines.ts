type Path = readonly PropertyKey[];

/** Walks text that is JSON and notes on which line each value begins. */
class LineFinder {
  readonly #text: string;
  readonly #path: Path;
  #at = 0;
  #line = 1;
  #found = 1;
  #depth = -1;

  constructor(text: string, path: Path) {
    this.#text = text;
    this.#path = path;
  }

  find(): number {
    this.#value([]);
    return this.#found;
  }

  #blank(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#step();
  }

  #step(): void {
    if (this.#text[this.#at] === '\n') this.#line += 1;
    this.#at += 1;
  }

  #string(): string {
    const start = this.#at;
    this.#step();
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"')
      for (let left = this.#text[this.#at] === '\\' ? 2 : 1; left > 0; left -= 1) this.#step();
    this.#step();
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  /** Where a value stands counts as found while it leads to the path, the deepest last. */
  #value(path: Path): void {
    this.#blank();
    const leads = path.every((step, at) => String(this.#path[at]) === String(step));
    if (leads && path.length <= this.#path.length && path.length > this.#depth)
      [this.#found, this.#depth] = [this.#line, path.length];
    const sign = this.#text[this.#at];
    if (sign === '{' || sign === '[') this.#members(path, sign === '{');
    else if (sign === '"') this.#string();
    else while (/[^\s,\]}]/.test(this.#text[this.#at] ?? '')) this.#step();
  }

  #members(path: Path, isObject: boolean): void {
    this.#step();
    for (let index = 0; ; index += 1) {
      this.#blank();
      const sign = this.#text[this.#at];
      if (sign === '}' || sign === ']' || sign === undefined) break;
      const key = isObject ? this.#string() : index;
      this.#blank();
      if (isObject) this.#step();
      this.#value([...path, key]);
      this.#blank();
      if (this.#text[this.#at] === ',') this.#step();
    }
    this.#step();
  }
}

/** The line (from 1) of JSON text on which what a path leads to begins, or the last of it that is there. */
export function lineOfPath(text: string, path: Path): number {
  return new LineFinder(text, path).find();
}

/** The line on which text stops being JSON; null: it is JSON. */
export function brokenLine(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
    return before.split('\n').length;
  }
}
