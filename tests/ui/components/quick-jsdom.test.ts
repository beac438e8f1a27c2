import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

// What tests/support/jsdom answers in the place of jsdom, which would take too long over it.

const form = `
  <label for="a">one</label><label for="a">two</label><input id="a">
  <label>three<b><input id="hidden" type="hidden"><input id="c"></b><button id="d">four</button></label>
  <label for="e">five</label><div id="e"></div>
  <label for="f">six</label><select id="f"></select><textarea id="f"></textarea>
  <label for="">seven</label><label>eight</label><label for="g">nine</label>
  <label for="a">ten<output id="o"></output></label>`;

beforeEach(() => {
  document.body.innerHTML = form;
});

/** The labels of each control, and the control of each label. */
function found() {
  const controls = document.body.querySelectorAll<HTMLInputElement>('input,button,select,output');
  const labels = document.body.querySelectorAll('label');
  const said = ({ textContent }: Element) => textContent.replace('four', '');
  return {
    controls: [...controls].map(({ id, labels: its }) => [id, its && [...its].map(said)]),
    labels: [...labels].map(({ control }) => control?.id ?? null),
  };
}

it('labels and controls find each other, and again when the page has changed', () => {
  const before = {
    controls: [
      ['a', ['one', 'two', 'ten']],
      ['hidden', null],
      ['c', ['three']],
      ['d', []],
      ['f', ['six']],
      ['o', []],
    ],
    labels: ['a', 'a', 'c', null, 'f', null, null, null, 'a'],
  };
  expect(found()).toEqual(before);
  document.body.querySelector('#e')?.setAttribute('id', 'x');
  document.body.querySelector('#c')?.setAttribute('type', 'hidden');
  document.body.querySelectorAll('label')[1]?.setAttribute('for', 'o');
  document.body.querySelector('textarea')?.remove();
  const late = Object.assign(document.createElement('progress'), { id: 'g' });
  document.body.append(late);
  expect([...late.labels].map(({ textContent }) => textContent)).toEqual(['nine']);
  expect(found().labels).toEqual(['a', 'o', 'd', null, 'f', null, null, 'g', 'a']);
  late.remove();
  expect(found().labels[7]).toBe(null);
  expect(late.labels).toHaveLength(0);
});

it('an id is looked for below the element that is asked', () => {
  const label = document.body.querySelectorAll('label')[2];
  expect(label?.querySelector('[id="d"]')?.textContent).toBe('four');
  expect(label?.querySelector('[id="a"]')).toBe(null);
  expect(document.body.querySelector('[id="d"]')?.querySelector('[id="d"]')).toBe(null);
});

it('what is seen is worked out again for every state of the page', () => {
  const button = screen.getByRole('button');
  const style = () => {
    const { display, visibility } = window.getComputedStyle(button);
    return {
      display,
      visibility,
      asked: window.getComputedStyle(button).getPropertyValue('display'),
    };
  };
  const seen = { display: 'inline-block', visibility: 'visible', asked: 'inline-block' };
  expect(style()).toEqual(seen);
  button.hidden = true;
  expect(style()).toEqual({ ...seen, display: 'none', asked: 'none' });
  expect(screen.queryByRole('button')).toBe(null);
  button.hidden = false;
  document.body.style.visibility = 'hidden';
  expect(style().visibility).toBe('hidden');
  document.body.style.visibility = '';
  const sheet = document.createElement('style');
  sheet.textContent = '#d { display: grid }';
  document.body.append(sheet);
  expect(style().display).toBe('grid');
});
