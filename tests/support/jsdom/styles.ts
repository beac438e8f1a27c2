import { whileUnchanged } from './page-state.ts';

// What Testing Library, user-event and what floats beside something ask of every element again and again,
// jsdom works out each time from its sheet of some hundred rules: a quarter of a test's time went there.
// That is answered here, the same: from the element's own style, the page's own sheets, and one look at
// what jsdom's sheet says of its kind. All else jsdom answers itself, once for each state of the page.
const inherited = new Map([
  ['visibility', 'visible'],
  ['pointer-events', 'auto'],
  ['direction', 'ltr'],
]);
const ownAlone = new Set([
  ...['display', 'position', 'overflow', 'overflow-x', 'overflow-y', 'width', 'height'],
  ...['transform', 'translate', 'scale', 'rotate', 'perspective', 'filter', 'backdrop-filter'],
  ...['will-change', 'contain', 'box-sizing'],
]);
const quick: readonly string[] = [...inherited.keys(), ...ownAlone];

type Compute = typeof window.getComputedStyle;
type Values = Map<string, string>;

interface Rule {
  readonly selector: string;
  readonly style: CSSStyleDeclaration;
}

/** The rules of the page's own sheets that say something of it; a condition never holds here. */
function ownRules(): readonly Rule[] {
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSStyleRule)
    .map(({ selectorText, style }) => ({ selector: selectorText, style }))
    .filter(({ style }) => quick.some((name) => style.getPropertyValue(name) !== ''))
    .reverse();
}

/** A declaration that is worked out when something is asked of it, each of whose values is kept. */
function keepValues(compute: () => CSSStyleDeclaration): CSSStyleDeclaration {
  const known = new Map<string | symbol, unknown>();
  let style: CSSStyleDeclaration | null = null;
  const keep = (key: string | symbol, ask: (style: CSSStyleDeclaration) => unknown): unknown => {
    style ??= compute();
    if (!known.has(key)) known.set(key, ask(style));
    return known.get(key);
  };
  const read = (name: string) => keep(`value of ${name}`, (its) => its.getPropertyValue(name));
  return new Proxy({} as CSSStyleDeclaration, {
    get: (_, name) => {
      if (name === 'getPropertyValue') return read;
      return keep(name, (its) => {
        const value: unknown = Reflect.get(its, name, its);
        return typeof value === 'function' ? value.bind(its) : value;
      });
    },
  });
}

const kinds = new Map<string, CSSStyleDeclaration>();

/** What jsdom's sheet says of an element of this kind: of its name, and of what that sheet looks at. */
function styleOfKind(element: Element, compute: Compute): CSSStyleDeclaration {
  const asked = ['hidden', 'open', 'type', 'popover'].filter((name) => element.hasAttribute(name));
  const parts = asked.map((name) => `${name}=${element.getAttribute(name)}`);
  const kind = [element.namespaceURI, element.localName, ...parts].join(' ');
  const known = kinds.get(kind);
  if (known !== undefined) return known;
  const elsewhere = document.implementation.createHTMLDocument();
  const one = elsewhere.createElementNS(element.namespaceURI, element.localName);
  for (const name of asked) one.setAttribute(name, element.getAttribute(name) ?? '');
  elsewhere.body.append(one);
  const style = keepValues(() => compute(one));
  kinds.set(kind, style);
  return style;
}

/** Looks at elements of the page as it stands. */
function lookWith(compute: Compute) {
  const rules = whileUnchanged(ownRules);
  const values = whileUnchanged<Map<Element, Values>>(() => new Map());
  const work = (element: Element, name: string): string => {
    const inline = element.hasAttribute('style') ? [(element as HTMLElement).style] : [];
    const sheets = rules().filter(({ selector }) => element.matches(selector));
    const own = [...inline, ...sheets.map(({ style }) => style)]
      .map((style) => style.getPropertyValue(name))
      .find((value) => value !== '');
    if (own !== undefined && own !== 'inherit') return own;
    if (!inherited.has(name)) return styleOfKind(element, compute).getPropertyValue(name);
    const parent = element.parentElement;
    return parent === null ? (inherited.get(name) ?? '') : look(parent, name);
  };
  const look = (element: Element, name: string): string => {
    const all = values();
    const known: Values = all.get(element) ?? new Map<string, string>();
    all.set(element, known);
    const value = known.get(name) ?? work(element, name);
    known.set(name, value);
    return value;
  };
  return look;
}

/** `pointerEvents` as a sheet writes it. */
function inSheets(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A declaration that answers what is asked often by a look, and the rest as jsdom does. */
function declaration(look: (name: string) => string, rest: CSSStyleDeclaration) {
  const read = (name: string) => (quick.includes(name) ? look(name) : rest.getPropertyValue(name));
  return new Proxy(rest, {
    get: (_, name) => {
      if (name === 'getPropertyValue') return read;
      const asked = typeof name === 'string' ? inSheets(name) : '';
      return quick.includes(asked) ? look(asked) : Reflect.get(rest, name, rest);
    },
  });
}

/** Answers what is asked of the style of an element on the page; of one that is on none jsdom does. */
export function rememberStyles(): void {
  const compute = window.getComputedStyle;
  const look = lookWith(compute);
  const styles = whileUnchanged<Map<Element, CSSStyleDeclaration>>(() => new Map());
  window.getComputedStyle = (element, pseudo) => {
    if (!element.isConnected || (pseudo ?? '') !== '') return compute(element, pseudo);
    const known = styles();
    // Mantine measures what is typed into by two dozen values, and nothing is laid out here to measure.
    const rest = () =>
      element instanceof HTMLTextAreaElement
        ? styleOfKind(element, compute)
        : keepValues(() => compute(element));
    const style = known.get(element) ?? declaration((name) => look(element, name), rest());
    known.set(element, style);
    return style;
  };
}
