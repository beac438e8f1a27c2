import { Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { ChipFace, ClearFilter } from './filter-chip.tsx';
import classes from './filters.module.css';

/** More values than this are searched rather than read. */
const MOST_READ = 8;
/** More values than this are never drawn at once. */
const MOST_DRAWN = 200;

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number;
}

interface Props<V extends string> {
  readonly title: string;
  readonly choices: readonly Choice<V>[];
  readonly chosen: readonly V[];
  /** Said instead of choices where there are none. */
  readonly emptyText?: ReactNode;
  onToggle(value: V): void;
  onClear(): void;
}

function Choices<V extends string>({ choices, chosen, onToggle }: Omit<Props<V>, 'title'>) {
  const format = useFormat();
  return choices.map(({ value, label, count }) => (
    <Menu.CheckboxItem
      key={value}
      checked={chosen.includes(value)}
      onChange={() => onToggle(value)}
      rightSection={
        count === undefined ? null : <span className={classes.count}>{format.number(count)}</span>
      }
    >
      {label}
    </Menu.CheckboxItem>
  ));
}

/** A chip that opens values to tick, and says which are ticked; many can be searched. */
export function ChoiceMenu<V extends string>(props: Props<V>) {
  const { title, choices, chosen, emptyText, onClear } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const isOn = chosen.length > 0;
  const names = chosen.map((one) => choices.find(({ value }) => value === one)?.label ?? one);
  const text = isOn ? t('list.is', { what: title, value: names.join(', ') }) : title;
  const wanted = typed.trim().toLowerCase();
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted));
  return (
    <span className={classes.facet}>
      <Menu position="bottom-start" closeOnItemClick={false}>
        <Menu.Target>
          <button type="button" className={classes.chip} data-on={isOn || undefined}>
            <ChipFace text={text} isOn={isOn} />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.options}>
          {choices.length > MOST_READ && (
            <Menu.Search
              value={typed}
              aria-label={title}
              placeholder={title}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <Choices {...props} choices={found.slice(0, MOST_DRAWN)} />
          {found.length === 0 && <p className={classes.none}>{emptyText}</p>}
        </Menu.Dropdown>
      </Menu>
      {isOn && <ClearFilter text={text} onClear={onClear} />}
    </span>
  );
}
