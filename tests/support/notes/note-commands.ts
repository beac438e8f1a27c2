import type { Touch } from '#shared/contract/define.ts';
import type { ChannelName } from '#shared/contract/index.ts';
import type { Deed } from '#shared/domain/vocabulary/deeds.ts';

/** The one that is pinned, as it is written. */
const note = { title: 'Kemas', text: '', customers: [1], products: [1], causes: ['Apek'] };

/** What is done with how-tos, as `changes` has it. */
export const noteChanges: readonly (readonly [ChannelName, unknown, readonly Touch[], Deed])[] = [
  [
    'notes.create',
    { facts: { title: 'Antar', customers: [1], products: [1], causes: ['Apek'] } },
    ['notes'],
    'noteWritten',
  ],
  [
    'notes.update',
    { id: 1, expected: note, facts: { ...note, products: [] } },
    ['notes'],
    'noteChanged',
  ],
  ['notes.remove', { id: 1 }, ['notes'], 'noteTrashed'],
];
