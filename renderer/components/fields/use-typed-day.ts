import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { readTypedDay } from '#shared/domain/calendar/typed-day.ts';

interface Options {
  readonly value: string | null;
  /** It may be emptied. */
  readonly clearable?: boolean;
  /** The first and the last day that may be chosen. */
  readonly minDate?: string;
  readonly maxDate?: string;
  onChange(day: string | null): void;
}

/** What a field for a day says of the text in it. */
export interface TypedDayState {
  readonly text: string;
  /** Somebody is typing: what was understood, or why nothing was. */
  readonly isTyping: boolean;
  /** `Senin, 17 Agustus 2026`; null: nothing is understood. */
  readonly understood: string | null;
  /** Why the text is no day, in the owner's words; null: it is one, or may stay empty. */
  readonly problem: string | null;
  type(text: string): void;
  leave(): void;
  pick(day: string | null): void;
}

type Read = Omit<Options, 'onChange'>;

/** Reads a text by what the field allows: the day, or what to say about it. */
function useReader() {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = format;
  const [year, month, day] = today.split('-').map(Number);
  const example = { short: `${day}/${month}/${year}`, long: format.date(today) };
  return (text: string, { value, clearable, minDate, maxDate }: Read) => {
    const looks = maxDate !== undefined && maxDate <= today ? 'back' : 'ahead';
    const read = readTypedDay(text, { today, looks });
    const no = (problem: string) => ({ day: null, problem });
    if (!read.ok) return no(t(`app.day.${read.problem}`, example));
    if (read.day === null) {
      return no(clearable === true || value === null ? '' : t('app.day.missing', example));
    }
    if (minDate !== undefined && read.day < minDate) {
      return no(t('app.day.tooEarly', { date: format.date(minDate) }));
    }
    if (maxDate !== undefined && read.day > maxDate) {
      return no(t('app.day.tooLate', { date: format.date(maxDate) }));
    }
    return { day: read.day, problem: '' };
  };
}

/**
 * The text of a field for a day. While it cannot be read, the field's value is what it was before
 * somebody began to type: `17/8/20` on the way to `17/8/2026` leaves nothing behind.
 */
export function useTypedDay(options: Options): TypedDayState {
  const { value, onChange } = options;
  const format = useFormat();
  const read = useReader();
  const [draft, setDraft] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const [before, setBefore] = useState(value);
  // Another day came from outside while an unreadable text stood there.
  if (draft !== null && !isTyping && value !== before) setDraft(null);
  const written = value === null ? '' : format.date(value);
  const { day, problem } = read(draft ?? written, { ...options, value: before });
  const isWrong = draft !== null && problem !== '';
  return {
    text: draft ?? written,
    isTyping: isTyping && draft !== null,
    understood: day === null ? null : format.weekday(day),
    problem: isWrong ? problem : null,
    type: (text) => {
      const start = draft === null ? value : before;
      setBefore(start);
      setDraft(text);
      setTyping(true);
      const next = read(text, { ...options, value: start });
      const isEmptied = next.problem === '' && next.day === null;
      onChange(isEmptied ? null : (next.day ?? start));
    },
    leave: () => {
      setTyping(false);
      if (!isWrong) setDraft(null);
    },
    pick: (picked) => {
      setDraft(null);
      setTyping(false);
      onChange(picked);
    },
  };
}
