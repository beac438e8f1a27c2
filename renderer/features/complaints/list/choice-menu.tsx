import { Menu } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './filter-bar.module.css';

interface RemovableProps {
  readonly text: string;
  onClear(): void;
}

/** The cross at the end of a filter that is on. */
export function ClearFilter({ text, onClear }: RemovableProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.remove}
      aria-label={t('complaint.filter.remove', { what: text })}
      onClick={onClear}
    >
      <IconX size={14} stroke={1.75} aria-hidden="true" />
    </button>
  );
}

/** What a filter's chip says: its name, or what is chosen. */
export function ChipFace({ text, isOn }: { readonly text: string; readonly isOn: boolean }) {
  return (
    <>
      <span className={classes.cut}>{text}</span>
      {!isOn && <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
    </>
  );
}

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
  readonly hasSearch?: boolean;
  onToggle(value: V): void;
  onClear(): void;
}

/** A chip that opens values to tick, and says which are ticked. */
export function ChoiceMenu<V extends string>(props: Props<V>) {
  const { title, choices, chosen, emptyText, hasSearch = false, onToggle, onClear } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const isOn = chosen.length > 0;
  const names = chosen.map((one) => choices.find(({ value }) => value === one)?.label ?? one);
  const text = isOn ? t('complaint.filter.is', { what: title, value: names.join(', ') }) : title;
  return (
    <span className={classes.facet}>
      <Menu position="bottom-start" closeOnItemClick={false}>
        <Menu.Target>
          <button type="button" className={classes.chip} data-on={isOn || undefined}>
            <ChipFace text={text} isOn={isOn} />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.options}>
          {hasSearch && <Menu.Search aria-label={title} placeholder={title} />}
          {choices.map(({ value, label, count }) => (
            <Menu.CheckboxItem
              key={value}
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
              rightSection={
                count === undefined ? null : (
                  <span className={classes.count}>{format.number(count)}</span>
                )
              }
            >
              {label}
            </Menu.CheckboxItem>
          ))}
          {choices.length === 0 && <p className={classes.none}>{emptyText}</p>}
        </Menu.Dropdown>
      </Menu>
      {isOn && <ClearFilter text={text} onClear={onClear} />}
    </span>
  );
}
