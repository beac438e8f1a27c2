/**
 * Values as text, in the way of the structured clone that Electron's ipc uses: `undefined`, `NaN`,
 * `-0`, holes, dates, maps, bytes, shared and circular references arrive as what they are, and what
 * cannot be cloned is refused instead of being lost, as JSON would lose it. (What a structured clone
 * takes and an app of plain data never sends is refused too: regular expressions, errors, boxed values.)
 *
 * Plain data travels as plain JSON, marked `p`. Anything else is marked `t`: each value that JSON does
 * not know, and each object, is an array that begins with its kind.
 *
 * Both functions also run inside pages: they must stand alone, nothing from this file is there.
 */
export interface CloneText {
  write(value: unknown): string;
  read(text: string): unknown;
}

/** Gives a value of its own kind a name by which the other side finds it; null: not of that kind. */
export type Pack = (value: object) => string | null;
export type Unpack = (name: string) => unknown;

/** How values become text. Throws for what cannot be cloned, and for what `isRefused` knows besides. */
export function createWriter(
  pack: Pack,
  isRefused: (value: object) => boolean = () => false,
): CloneText['write'] {
  const isPlainNumber = (value: number): boolean => Number.isFinite(value) && !Object.is(value, -0);

  const isPlain = (value: unknown, seen: Set<object>): boolean => {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
    if (typeof value === 'number') return isPlainNumber(value);
    if (typeof value !== 'object' || seen.has(value) || isRefused(value)) return false;
    seen.add(value);
    const keys = Object.keys(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (Array.isArray(value)) {
      if (prototype !== Array.prototype || keys.length !== value.length) return false;
    } else if (prototype !== Object.prototype && prototype !== null) return false;
    const held = value as Readonly<Record<string, unknown>>;
    for (const key of keys) if (!isPlain(held[key], seen)) return false;
    return true;
  };

  const toTagged = (value: unknown, seen: Map<object, number>): unknown => {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (value === undefined) return ['undefined'];
    if (typeof value === 'bigint') return ['bigint', String(value)];
    if (typeof value === 'number') {
      if (isPlainNumber(value)) return value;
      return ['number', Object.is(value, -0) ? '-0' : String(value)];
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    const known = seen.get(value);
    if (known !== undefined) return ['again', known];
    if (isRefused(value)) throw new Error('An object could not be cloned.');
    seen.set(value, seen.size);
    const name = pack(value);
    return name === null ? objectToTagged(value, seen) : ['packed', name];
  };

  const objectToTagged = (value: object, seen: Map<object, number>): unknown => {
    const tag = (one: unknown): unknown => toTagged(one, seen);
    const held = value as Readonly<Record<string, unknown>>;
    const entries = (): unknown => Object.keys(value).map((key) => [key, tag(held[key])]);
    const text = (bytes: Uint8Array): string =>
      Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
    if (Array.isArray(value)) return ['Array', value.length, entries()];
    if (kind === 'Object' && typeof value === 'object') return ['Object', entries()];
    if (kind === 'Date') return ['Date', tag((value as Date).getTime())];
    if (kind === 'Map') return [kind, [...(value as Map<unknown, unknown>)].flat().map(tag)];
    if (kind === 'Set') return [kind, [...(value as Set<unknown>)].map(tag)];
    if (kind === 'ArrayBuffer') return [kind, text(new Uint8Array(value as ArrayBuffer))];
    if (ArrayBuffer.isView(value))
      return [kind, text(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
    throw new Error('An object could not be cloned.');
  };

  return (value) =>
    isPlain(value, new Set())
      ? `p${JSON.stringify(value)}`
      : `t${JSON.stringify(toTagged(value, new Map()))}`;
}

type Tagged = readonly [kind: string, first: never, second: never];

/** How text becomes values again. */
export function createReader(unpack: Unpack): CloneText['read'] {
  const bytesOf = (text: string): ArrayBuffer =>
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;

  const fill = (into: object, entries: readonly [string, unknown][], seen: unknown[]): void => {
    for (const [key, tagged] of entries) {
      const value = fromTagged(tagged, seen);
      // Not by assignment: a key may be `__proto__`.
      Object.defineProperty(into, key, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  };

  const fromTagged = (tagged: unknown, seen: unknown[]): unknown => {
    if (!Array.isArray(tagged)) return tagged;
    const [kind, first] = tagged as unknown as Tagged;
    if (kind === 'undefined') return undefined;
    if (kind === 'bigint') return BigInt(first);
    if (kind === 'number') return Number(first);
    if (kind === 'again') return seen[first];
    return objectFromTagged(tagged as unknown as Tagged, seen);
  };

  /** In the order in which they were written: a container comes before what is in it. */
  const objectFromTagged = ([kind, first, second]: Tagged, seen: unknown[]): unknown => {
    const keep = <T>(value: T): T => {
      seen.push(value);
      return value;
    };
    const items = (): unknown[] =>
      (first as readonly unknown[]).map((one) => fromTagged(one, seen));
    if (kind === 'packed') return keep(unpack(first));
    if (kind === 'Object' || kind === 'Array') {
      const value = keep(kind === 'Object' ? {} : new Array<unknown>(first));
      fill(value, kind === 'Object' ? first : second, seen);
      return value;
    }
    if (kind === 'Date') return keep(new Date(fromTagged(first, seen) as number));
    if (kind === 'Map') {
      const map = keep(new Map<unknown, unknown>());
      const all = items();
      for (let index = 0; index < all.length; index += 2) map.set(all[index], all[index + 1]);
      return map;
    }
    if (kind === 'Set') {
      const set = keep(new Set<unknown>());
      for (const item of items()) set.add(item);
      return set;
    }
    const buffer = bytesOf(first);
    if (kind === 'ArrayBuffer') return keep(buffer);
    const views = globalThis as unknown as Record<string, new (of: ArrayBuffer) => unknown>;
    const View = /^([A-Z][A-Za-z]+\d+(Clamped)?Array|DataView)$/.test(kind)
      ? views[kind]
      : undefined;
    if (View === undefined) throw new Error(`nothing is known of ${kind}`);
    return keep(new View(buffer));
  };

  return (text) => {
    const value: unknown = JSON.parse(text.slice(1));
    return text[0] === 'p' ? value : fromTagged(value, []);
  };
}
