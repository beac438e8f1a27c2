import { describe, expect, test } from 'vitest';
import { en, id } from '#shared/locale/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value] as const] : leaves(value, here);
  });
}

function names(tree: Tree): readonly string[] {
  const plain = leaves(tree).map(([key]) => key.replace(/_(one|other)$/, ''));
  return [...new Set(plain)].sort();
}

/** Names of the values a text asks for, without their format. */
function holes(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([\w]+)/g)].map((match) => match[1] ?? '').sort();
}

describe('locale', () => {
  test('has the same keys in Indonesian and English', () => {
    expect(names(id)).toEqual(names(en));
  });

  test('asks for the same values in both languages', () => {
    const english = new Map(leaves(en));
    for (const [key, text] of leaves(id)) {
      const other = english.get(key);
      if (other !== undefined) expect(holes(other), key).toEqual(holes(text));
    }
  });

  test('has a singular beside every English plural, and no empty text', () => {
    const keys = new Set(leaves(en).map(([key]) => key));
    for (const key of keys) {
      if (key.endsWith('_other')) expect(keys).toContain(key.replace(/_other$/, '_one'));
    }
    for (const [key, text] of [...leaves(id), ...leaves(en)]) expect(text.trim(), key).not.toBe('');
  });

  test('names the command key by what it is called on this system', () => {
    for (const [key, text] of [...leaves(id), ...leaves(en)])
      expect(text, key).not.toMatch(/Ctrl|Cmd/u);
  });
});
