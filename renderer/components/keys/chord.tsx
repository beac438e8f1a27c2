import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { commandKey } from '#renderer/base/keyboard.ts';
import classes from './chord.module.css';

/** As it stands on the key. */
function capOf(t: Translate, key: string): string {
  if (key === 'mod') return commandKey;
  if (key === 'Space') return t('keys.space');
  const caps: Readonly<Record<string, string>> = {
    shift: 'Shift',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    PageUp: 'PgUp',
    PageDown: 'PgDn',
    Escape: 'Esc',
    Delete: 'Del',
  };
  return caps[key] ?? key;
}

/** What is pressed, a key after the other: one of `KEYS`, such as `mod+shift+K`. */
export function Chord({ chord }: { readonly chord: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.chord}>
      {chord.split('+').map((key) => (
        <Kbd key={key} size="xs">
          {capOf(t, key)}
        </Kbd>
      ))}
    </span>
  );
}
