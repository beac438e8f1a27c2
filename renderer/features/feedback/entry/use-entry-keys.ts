import { useHotkeys } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import { numberOf, settles } from '#shared/domain/feedback/entry-keys.ts';
import type { Entry } from './use-entry.ts';

/**
 * Digits answer, Enter goes on and saves at the end, the left arrow goes back. On paper a digit goes on by
 * itself. In fields the keys are typed; a choice that has the focus hands over what it does not take itself.
 */
export function useEntryKeys(entry: Entry): (event: KeyboardEvent) => void {
  const { question, value, way, isEmpty, isRunning } = entry;
  const isFree = () => !isRunning && document.querySelector('[role="dialog"]') === null;
  const digit = (key: number) => {
    if (question === null || !isFree()) return;
    const number = numberOf(question, key, value?.number ?? null);
    if (number === null) return;
    entry.set(question.id, { number, words: '' });
    if (way === 'paper' && settles(question, number)) entry.next();
  };
  const forward = () => {
    if (!isFree()) return;
    if (question !== null) entry.next();
    else if (!isEmpty) void entry.save('answered');
  };
  useHotkeys([
    ['0', () => digit(0)],
    ['1', () => digit(1)],
    ['2', () => digit(2)],
    ['3', () => digit(3)],
    ['4', () => digit(4)],
    ['5', () => digit(5)],
    ['6', () => digit(6)],
    ['7', () => digit(7)],
    ['8', () => digit(8)],
    ['9', () => digit(9)],
    ['Enter', forward],
    ['ArrowLeft', () => isFree() && entry.back()],
  ]);
  return (event) => {
    const isDigit = /^\d$/.test(event.key);
    if (!isDigit && event.key !== 'Enter') return;
    // What comes next may take the focus: the key is not typed into it.
    event.preventDefault();
    if (isDigit) digit(Number(event.key));
    else forward();
  };
}
