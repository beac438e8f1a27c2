import { whileUnchanged } from './page-state.ts';

// For the labels of one control jsdom walks the whole page once for each label on it, and Testing Library
// asks that of every control in every query: on a page of forms most of a test's time went there. What is
// answered here is the same, looked up once for each state of the page.
const labelable = new Set(['button', 'meter', 'output', 'progress', 'select', 'textarea']);

type Labels = ReadonlyMap<Element, readonly HTMLLabelElement[]>;

function isLabelable(element: Element): boolean {
  if (element.localName === 'input') return (element as HTMLInputElement).type !== 'hidden';
  return labelable.has(element.localName);
}

function controlOf(label: HTMLLabelElement): Element | null {
  const id = label.getAttribute('for');
  if (id === null) return [...label.getElementsByTagName('*')].find(isLabelable) ?? null;
  const found = id === '' ? null : label.ownerDocument.getElementById(id);
  return found !== null && isLabelable(found) ? found : null;
}

function allLabels(): Labels {
  const found = new Map<Element, HTMLLabelElement[]>();
  for (const label of document.querySelectorAll('label')) {
    const control = controlOf(label);
    if (control !== null) found.set(control, [...(found.get(control) ?? []), label]);
  }
  return found;
}

/** Replaces a getter for elements on the page; one that is on none is answered by jsdom itself. */
function answer<T extends Element>(prototype: T, name: string, read: (element: T) => unknown) {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  if (own?.get === undefined) throw new Error(`jsdom has no ${name}`);
  const { get } = own;
  Object.defineProperty(prototype, name, {
    ...own,
    get(this: T) {
      return this.isConnected ? read(this) : get.call(this);
    },
  });
}

/** Labels and controls find each other at once. */
export function quickLabels(): void {
  const labels = whileUnchanged(allLabels, ['for', 'id', 'type']);
  answer(HTMLLabelElement.prototype, 'control', controlOf);
  const read = (control: Element) => (isLabelable(control) ? (labels().get(control) ?? []) : null);
  const controls = [
    ...[HTMLButtonElement, HTMLInputElement, HTMLMeterElement, HTMLOutputElement],
    ...[HTMLProgressElement, HTMLSelectElement, HTMLTextAreaElement],
  ];
  for (const { prototype } of controls) answer<Element>(prototype, 'labels', read);

  // `[id="…"]`, as Testing Library looks for what an aria-labelledby names.
  const walk = Element.prototype.querySelector;
  Element.prototype.querySelector = function (this: Element, selectors: string) {
    const id = /^\[id="([^"\\]+)"\]$/.exec(selectors)?.[1];
    const found = id === undefined ? null : this.ownerDocument.getElementById(id);
    const isInside = found !== null && found !== this && this.contains(found);
    return isInside ? found : walk.call(this, selectors);
  } as typeof walk;
}
