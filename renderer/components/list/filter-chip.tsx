import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './filters.module.css';

interface ChipProps {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly count?: number | undefined;
  onClick(): void;
}

/** A filter that one click puts on and takes off, and how many it leaves. */
export function FilterChip({ children, isOn, count, onClick }: ChipProps) {
  const format = useFormat();
  return (
    <button type="button" className={classes.chip} aria-pressed={isOn} onClick={onClick}>
      {children}{' '}
      {count !== undefined && <span className={classes.count}>{format.number(count)}</span>}
    </button>
  );
}

/** Chips that answer one question together. */
export function FilterChips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={classes.chips} aria-label={label}>
      {children}
    </fieldset>
  );
}

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
      aria-label={t('list.removeFilter', { what: text })}
      onClick={onClear}
    >
      <IconX size={14} stroke={1.75} aria-hidden="true" />
    </button>
  );
}

/** A filter that a link set and no menu here offers: it can only be taken off. */
export function LinkedFilter({ text, onClear }: RemovableProps) {
  return (
    <span className={classes.facet}>
      <span className={classes.chip} data-on>
        <span className={classes.cut}>{text}</span>
      </span>
      <ClearFilter text={text} onClear={onClear} />
    </span>
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
