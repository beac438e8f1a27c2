import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { readTypedDay } from '#shared/domain/calendar/typed-day.ts';
import { type TextReading, type Typed, useTyped } from './use-typed.ts';

interface Options {
  readonly value: string | null;
  /** It may be emptied. */
  readonly clearable?: boolean;
  /** The first and the last day that may be chosen. */
  readonly minDate?: string;
  readonly maxDate?: string;
  onChange(day: string | null): void;
}

/** Reads a text by what the field allows. */
function useReader({ clearable, minDate, maxDate }: Omit<Options, 'value' | 'onChange'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = format;
  const [year, month, day] = today.split('-').map(Number);
  const example = { short: `${day}/${month}/${year}`, long: format.date(today) };
  const looks = maxDate !== undefined && maxDate <= today ? 'back' : 'ahead';
  const refuse = (problem: string) => ({ ok: false, problem }) as const;
  return (text: string, before: string | null): TextReading<string | null> => {
    const read = readTypedDay(text, { today, looks });
    if (!read.ok) return refuse(t(`app.day.${read.problem}`, example));
    if (read.day === null) {
      const isFree = clearable === true || before === null;
      return isFree ? { ok: true, value: null } : refuse(t('app.day.missing', example));
    }
    if (minDate !== undefined && read.day < minDate) {
      return refuse(t('app.day.tooEarly', { date: format.date(minDate) }));
    }
    if (maxDate !== undefined && read.day > maxDate) {
      return refuse(t('app.day.tooLate', { date: format.date(maxDate) }));
    }
    return { ok: true, value: read.day };
  };
}

/** The text of a field for a day: `17 Agustus 2026` once it is left, whatever it was typed as. */
export function useTypedDay({ value, onChange, ...limits }: Options): Typed<string | null> {
  const format = useFormat();
  const read = useReader(limits);
  const write = (day: string | null) => (day === null ? '' : format.date(day));
  return useTyped({ value, write, read, onChange });
}
