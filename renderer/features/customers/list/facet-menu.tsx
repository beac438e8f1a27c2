import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './filter-bar.module.css';

interface Props {
  /** `Tanda`, `Kota`. */
  readonly title: string;
  /** `Kota: Sleman` once something is chosen. */
  readonly chosenTitle: string;
  readonly emptyText: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: readonly string[];
  onToggle(value: string): void;
  onClear(): void;
}

/** A chip that opens the values in use with their counts, and a search where there are many. */
export function FacetMenu(props: Props) {
  const { title, chosenTitle, emptyText, values, chosen, onToggle, onClear } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const isOn = chosen.length > 0;
  const wanted = typed.trim().toLowerCase();
  const shown = values.filter(({ value }) => value.toLowerCase().includes(wanted)).slice(0, 200);
  return (
    <span className={classes.facet}>
      <Combobox store={combobox} width={240} position="bottom-start" onOptionSubmit={onToggle}>
        <Combobox.Target targetType="button">
          <button
            type="button"
            className={classes.chip}
            data-on={isOn || undefined}
            onClick={() => combobox.toggleDropdown()}
          >
            <span className={classes.cut}>{isOn ? chosenTitle : title}</span>
            {!isOn && <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
          </button>
        </Combobox.Target>
        <Combobox.Dropdown>
          {values.length > 8 && (
            <Combobox.Search
              value={typed}
              aria-label={title}
              placeholder={title}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <Combobox.Options className={classes.options} aria-label={title}>
            {shown.map(({ value, count }) => (
              <Combobox.Option key={value} value={value} active={chosen.includes(value)}>
                <span className={classes.option}>
                  <span className={classes.cut}>{value}</span>
                  {chosen.includes(value) && <IconCheck size={14} aria-hidden="true" />}
                  <span className={classes.chipCount}>{format.number(count)}</span>
                </span>
              </Combobox.Option>
            ))}
            {shown.length === 0 && <Combobox.Empty>{emptyText}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {isOn && (
        <button
          type="button"
          className={classes.remove}
          aria-label={t('customers.removeFilter', { what: chosenTitle })}
          onClick={onClear}
        >
          <IconX size={14} stroke={1.75} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
