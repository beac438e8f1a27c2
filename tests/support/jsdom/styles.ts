import { whileUnchanged } from './page-state.ts';

type Remembered = Map<Element, CSSStyleDeclaration>;

/** The same declaration, each of whose values is worked out once. */
function rememberValues(style: CSSStyleDeclaration): CSSStyleDeclaration {
  const known = new Map<string | symbol, unknown>();
  const read = (name: string): string => {
    const key = `value of ${name}`;
    if (!known.has(key)) known.set(key, style.getPropertyValue(name));
    return known.get(key) as string;
  };
  return new Proxy(style, {
    get: (_, name) => {
      if (name === 'getPropertyValue') return read;
      if (!known.has(name)) {
        const value: unknown = Reflect.get(style, name, style);
        known.set(name, typeof value === 'function' ? value.bind(style) : value);
      }
      return known.get(name);
    },
  });
}

/**
 * What Testing Library asks of every element in every query, whether it is seen, jsdom works out anew each
 * time from its sheet of some hundred rules. Here it is worked out once for each state of the page.
 */
export function rememberStyles(): void {
  const compute = window.getComputedStyle;
  const styles = whileUnchanged<Remembered>(() => new Map());
  window.getComputedStyle = (element, pseudo) => {
    if (!element.isConnected || (pseudo ?? '') !== '') return compute(element, pseudo);
    const known = styles();
    const style = known.get(element) ?? rememberValues(compute(element));
    known.set(element, style);
    return style;
  };
}
