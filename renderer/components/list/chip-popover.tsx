import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChipFace, ClearFilter } from './filter-chip.tsx';
import classes from './filters.module.css';

interface Props {
  readonly title: string;
  /** What is chosen, in words; null: nothing. */
  readonly chosen: string | null;
  /** What there is to choose with; `close` puts it away. */
  children(close: () => void): ReactNode;
  onClear(): void;
}

/** A chip that opens fields to choose with, and says what is chosen. */
export function ChipPopover({ title, chosen, children, onClear }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isOn = chosen !== null;
  const text = isOn ? t('list.is', { what: title, value: chosen }) : title;
  return (
    <span className={classes.facet}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={classes.chip}
            data-on={isOn || undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <ChipFace text={text} isOn={isOn} />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.panel} aria-label={title}>
          {children(() => setOpen(false))}
        </Popover.Dropdown>
      </Popover>
      {isOn && <ClearFilter text={text} onClear={onClear} />}
    </span>
  );
}
