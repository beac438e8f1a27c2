import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useInk } from '#renderer/components/chart/ink.ts';

it('the ink of charts is that of the light theme on paper, and dark again after', async () => {
  const root = document.documentElement;
  const style = document.createElement('style');
  style.textContent =
    ':root { --ink: black; } :root[data-mantine-color-scheme="dark"] { --ink: white; }';
  document.head.append(style);
  root.setAttribute('data-mantine-color-scheme', 'dark');
  const { result } = renderHook(() => useInk());
  expect(result.current.ink).toBe('white');
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(result.current.ink).toBe('black');
  expect(root.getAttribute('data-mantine-color-scheme')).toBe('dark');
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(result.current.ink).toBe('white');
  style.remove();
});
