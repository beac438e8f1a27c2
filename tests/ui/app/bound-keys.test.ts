import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from '#build/checks/source-files.ts';
import { isTypeScript, walk } from '#build/checks/syntax.ts';
import { root } from '#build/engine.ts';
import { menuTemplate } from '#electron/menu.ts';
import { KEYS } from '#renderer/components/keys/keys.ts';

/** Where each line of the page of keys is bound: in a file of the window, or in the system's menu. */
const bound: Readonly<Record<string, readonly string[]>> = {
  menu: [
    'everywhere.find',
    'everywhere.newCustomer',
    'everywhere.import',
    'everywhere.undo',
    'everywhere.settings',
    'everywhere.help',
  ],
  'app/use-shortcuts.ts': [
    'everywhere.find',
    'everywhere.newSale',
    'everywhere.newCustomer',
    'everywhere.undo',
    'everywhere.redo',
    'everywhere.help',
    'everywhere.keys',
  ],
  'app/use-first-result.ts': ['others.firstFound'],
  'components/list/search-box.tsx': ['lists.toSearch', 'lists.intoList', 'lists.emptySearch'],
  'components/list/use-grid-keys.ts': [
    'lists.move',
    'lists.open',
    'lists.pick',
    'lists.extend',
    'lists.pickAll',
    'lists.letGo',
  ],
  'components/list/use-selection.ts': ['lists.letGo'],
  'components/fields/use-draft.ts': ['fields.take', 'fields.putBack'],
  'components/fields/count-field.tsx': ['fields.take'],
  'components/fields/day-field.tsx': ['fields.take', 'fields.closeCalendar'],
  'components/guarantee/pick-list.tsx': ['fields.choose', 'fields.take'],
  'components/notes/pin-fields.tsx': ['fields.take'],
  'components/replies/reply-composer.tsx': ['complaints.send'],
  'components/replies/send-bar.tsx': ['complaints.send'],
  'features/campaigns/queue/campaign-queue.tsx': ['campaigns.leaveText'],
  'features/campaigns/queue/use-queue.ts': [
    'campaigns.open',
    'campaigns.sent',
    'campaigns.skip',
    'campaigns.unreachable',
    'campaigns.refused',
  ],
  'features/feedback/use-complain.ts': ['feedback.complain'],
  'features/feedback/entry/question-step.tsx': ['feedback.next', 'feedback.newLine'],
  'features/feedback/entry/use-entry-keys.ts': [
    'feedback.answer',
    'feedback.next',
    'feedback.back',
  ],
  'features/complaints/list/complaints-page.tsx': ['complaints.new'],
  'features/complaints/list/complaint-board.tsx': ['complaints.between'],
  'features/customers/timeline/entry-box.tsx': ['others.note'],
  'features/guarantee/claim-dialog.tsx': ['complaints.back'],
  'features/guarantee/claim-how.tsx': ['complaints.save'],
  'features/imports/columns/own-field.tsx': ['fields.take'],
  'features/imports/columns/source-tabs.tsx': ['others.sources'],
  'features/prospects/board/use-board-keys.ts': ['prospects.between', 'prospects.move'],
  'features/sales/entry/entry-lines.tsx': ['entry.forward'],
  'features/sales/entry/entry-page.tsx': ['entry.discount', 'entry.takeOut'],
  'features/sales/entry/entry-pay.tsx': ['entry.forward'],
  'features/sales/entry/product-input.tsx': ['entry.forward'],
  'features/sales/owed/debtor-detail.tsx': ['sale.closeDebtor'],
  'features/sales/page/print-menu.tsx': ['sale.print'],
  'components/segments/amount-field.tsx': ['fields.take'],
};

/** Files that have a key do nothing, or hand it on to what is listed. */
const others: ReadonlySet<string> = new Set([
  'features/settings/holidays-section.tsx',
  // Lets a visitor's typing through, and swallows every other key.
  'features/feedback/kiosk/use-swallowed-keys.ts',
]);

const named =
  /^(Arrow(Up|Down|Left|Right)?|Page(Up|Down)|Home|End|Escape|Delete|Backspace|Enter|Tab|F\d+)$/;

function keyOf(name: string): readonly string[] {
  if (name === 'Arrow') return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
  return [name === ' ' ? 'Space' : name.length === 1 ? name.toUpperCase() : name];
}

/** The last part of a chord: `K` of `mod+shift+K`. */
function bare(chord: string): string {
  const key = chord.split('+').at(-1) ?? '';
  return keyOf(key)[0] ?? '';
}

/** What a file of the window binds: chords of `useHotkeys` whole, other keys without what is held. */
function boundIn(file: SourceFile): { chords: Set<string>; keys: Set<string> } {
  const [chords, keys] = [new Set<string>(), new Set<string>()];
  const take = (name: string) => {
    for (const key of keyOf(name)) keys.add(key);
  };
  walk(file, {
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== 'Identifier' || !/^(useHotkeys|getHotkeyHandler)$/.test(callee.name))
        return;
      if (first?.type !== 'ArrayExpression') throw new Error(`${file.path}: keys not to be read`);
      for (const one of first.elements) {
        const chord = one?.type === 'ArrayExpression' ? one.elements[0] : null;
        if (chord?.type === 'Literal') chords.add(String(chord.value));
      }
    },
    // One letter is a key only where it is held against one.
    BinaryExpression: ({ left, right }) => {
      const text = file.text.slice(left.start, left.end);
      if (right.type !== 'Literal' || typeof right.value !== 'string') return;
      if (/\bkey\b/.test(text) && right.value.length === 1) take(right.value);
    },
    Literal: ({ value }) => {
      if (typeof value === 'string' && named.test(value)) take(value);
    },
    Property: ({ key }) => {
      if (key.type === 'Identifier' && named.test(key.name)) take(key.name);
    },
  });
  for (const chord of chords) keys.delete(chord);
  return { chords, keys };
}

const entries: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(KEYS).flatMap(([place, lines]) =>
    Object.entries(lines).map(([id, chords]) => [`${place}.${id}`, chords] as const),
  ),
);

function chordsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const chords = entries.get(line);
    if (chords === undefined) throw new Error(`${line} is no line of the page of keys`);
    return chords;
  });
}

const window = sourceFiles(root).filter(
  (file) =>
    file.path.startsWith('renderer/') && isTypeScript(file) && !file.path.includes('/keys/'),
);

test('every key that a file of the window binds stands on the page of keys, and no other', () => {
  const binding = window.flatMap((file) => {
    const path = file.path.replace('renderer/', '');
    const { chords, keys } = boundIn(file);
    const isBinding = /\b(useHotkeys|onKeyDown|\.key\b|key === )/.test(file.text);
    const isAny = isBinding && chords.size + keys.size > 0;
    return isAny && !others.has(path) ? [{ path, chords, keys }] : [];
  });
  const found = binding.map(({ path, chords, keys }) => [
    path,
    // `?` is bound with and without Shift: keyboards differ.
    [...new Set([...[...chords].map((chord) => bare(chord)), ...keys])].sort(),
  ]);
  const said = Object.entries(bound)
    .filter(([path]) => path !== 'menu')
    .map(([path, lines]) => [path, [...new Set(chordsOf(lines).map(bare))].sort()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(said));
});

test('what is held with a key is as the page says', () => {
  for (const [path, lines] of Object.entries(bound)) {
    const file = window.find((one) => one.path === `renderer/${path}`);
    if (file === undefined) continue;
    const { chords } = boundIn(file);
    const said = chordsOf(lines);
    for (const chord of chords) expect(said, path).toContain(chord.replace('shift+?', '?'));
    const isHeld = (modifier: string) => said.some((one) => one.startsWith(`${modifier}+`));
    const isMod =
      /\b(ctrlKey|metaKey)\b/.test(file.text) || [...chords].some((one) => one.startsWith('mod+'));
    expect([path, isMod]).toEqual([path, isHeld('mod')]);
    if (/\bshiftKey\b/.test(file.text)) expect([path, isHeld('shift')]).toEqual([path, true]);
  }
});

test('every key of the system’s menu stands there, and every line is bound somewhere', () => {
  type Items = ReturnType<typeof menuTemplate>;
  const keysIn = (items: Items): readonly string[] =>
    items.flatMap(({ accelerator, submenu }) => [
      ...(typeof accelerator === 'string' ? [accelerator.replace('CmdOrCtrl', 'mod')] : []),
      ...(Array.isArray(submenu) ? keysIn(submenu) : []),
    ]);
  const choose = () => undefined;
  const all = (['win32', 'linux', 'darwin'] as const).flatMap((platform) =>
    keysIn(menuTemplate({ platform, language: 'en', choose })),
  );
  const said = chordsOf(bound['menu'] ?? []).filter((chord) => chord !== '?');
  expect([...new Set(all)].sort()).toEqual([...said].sort());
  expect([...new Set(Object.values(bound).flat())].sort()).toEqual([...entries.keys()].sort());
});
