import type { Page } from '@playwright/test';

/**
 * What on the screen of now does not fit the window: a page that scrolls sideways, what can be pressed
 * that lies beyond its edge or under something else, a title or a name of a field that is cut off.
 * Inside what is made to scroll sideways (a board, a wide list), each is looked at where it has been
 * scrolled to.
 */
export function fitProblems(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const problems: string[] = [];
    const nameOf = (one: Element) => {
      const said = one.getAttribute('aria-label') ?? one.textContent ?? '';
      const field = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : null;
      return `${one.tagName.toLowerCase()} “${(field ?? said).trim().slice(0, 60)}”`;
    };
    const isShown = (one: Element) => {
      const { width, height } = one.getBoundingClientRect();
      // What only a screen reader is told has no room on the screen.
      return width > 2 && height > 2 && one.checkVisibility({ visibilityProperty: true });
    };
    const shownIn = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => isShown(one));
    for (const place of [document.documentElement, ...document.querySelectorAll('main')])
      if (place.scrollWidth > place.clientWidth + 1)
        problems.push(
          `${place.tagName} scrolls sideways by ${place.scrollWidth - place.clientWidth}`,
        );
    const pressed = 'button, a[href], input:not([type=file]), select, textarea, [role=tab]';
    for (const one of shownIn(pressed)) {
      if (one.closest('[inert], [aria-hidden=true]') !== null) continue;
      if (one instanceof HTMLInputElement && /checkbox|radio/.test(one.type)) continue;
      one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      // Some come into the window for the keyboard alone.
      if (one.getBoundingClientRect().bottom < 0) (one as HTMLElement).focus();
      const { left, right, top, bottom } = one.getBoundingClientRect();
      if (left < -1 || right > window.innerWidth + 1 || top < -1 || bottom > window.innerHeight + 1)
        problems.push(`${nameOf(one)} lies beyond the window`);
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOwn = there !== null && (one.contains(there) || there.contains(one));
      const isLabel = there?.closest('label')?.contains(one) ?? false;
      if (!isOwn && !isLabel)
        problems.push(`${nameOf(one)} lies under ${there === null ? 'nothing' : nameOf(there)}`);
    }
    const said =
      'h1, h2, h3, label, legend, button, button *, a[href], th, dt, [role=columnheader]';
    for (const one of shownIn(said)) {
      if (one.tagName === 'svg' || one.closest('svg') !== null) continue;
      const { overflowX } = getComputedStyle(one);
      const isCut = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
      if (isCut && one.closest('[title]') === null) problems.push(`${nameOf(one)} is cut off`);
    }
    document.querySelector('main')?.scrollTo(0, 0);
    const brush = document.createElement('canvas').getContext('2d');
    for (const one of shownIn('input[placeholder]') as HTMLInputElement[]) {
      const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(one);
      if (brush === null) continue;
      brush.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const room =
        one.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (brush.measureText(one.placeholder).width > room + 1)
        problems.push(`${nameOf(one)} has no room for “${one.placeholder}”`);
    }
    const isLayer = (one: Element | null): boolean =>
      one !== null &&
      (/sticky|fixed|absolute/.test(getComputedStyle(one).position) || isLayer(one.parentElement));
    const texts = shownIn('body *').flatMap((one) => {
      const node = [...one.childNodes].find(
        ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && (nodeValue ?? '').trim() !== '',
      );
      if (node === undefined || isLayer(one) || one.closest('svg') !== null) return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      // Line by line: a link that stands in the middle of a sentence lies within the box around all of it.
      return [...range.getClientRects()].flatMap((line) => {
        let { left, right, top, bottom } = line;
        for (let around: Element | null = one; around !== null; around = around.parentElement) {
          if (getComputedStyle(around).overflowX === 'visible') continue;
          const edge = around.getBoundingClientRect();
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
        return right - left > 2 && bottom - top > 2 ? [{ one, left, right, top, bottom }] : [];
      });
    });
    for (const [at, first] of texts.entries())
      for (const second of texts.slice(at + 1)) {
        if (first.one === second.one) continue;
        const wide = Math.min(first.right, second.right) - Math.max(first.left, second.left);
        const high = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
        if (wide > 3 && high > 5)
          problems.push(
            `${nameOf(first.one)} and ${nameOf(second.one)} are written over each other`,
          );
      }
    return [...new Set(problems)];
  });
}
