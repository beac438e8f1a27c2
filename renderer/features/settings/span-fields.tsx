import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readTime, timeOf } from '#renderer/components/fields/read-time.ts';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OpenSpan } from '#shared/contract/settings.ts';
import classes from './hours.module.css';
import { limitsOf, USUAL_SPAN } from './opening.ts';

interface Props {
  readonly day: string;
  readonly spans: readonly OpenSpan[];
  readonly index: number;
  onChange(span: Partial<OpenSpan>): Promise<boolean>;
  onRemove(): void;
}

function useTimeText(): (time: string) => string {
  const { language } = useFormat();
  return (time) => (language === 'id' ? time.replace(':', '.') : time);
}

interface TimeOptions {
  readonly value: string;
  readonly limits: { readonly from: number; readonly to: number };
  save(time: string): Promise<boolean>;
}

/** One end of a span: its field, and what to say while what was typed does not fit. */
function useTime({ value, limits, save }: TimeOptions) {
  const { t } = useTranslation();
  const write = useTimeText();
  const draft = useDraft<string>({
    value,
    write,
    read: (text) => {
      const minutes = readTime(text);
      const fits = minutes !== null && minutes >= limits.from && minutes <= limits.to;
      return fits ? { ok: true, value: timeOf(minutes) } : { ok: false };
    },
    save,
  });
  const from = write(timeOf(limits.from));
  const to = write(timeOf(limits.to));
  const problem = t('settings.problem.time', { from, to, example: write(value) });
  return { input: draft.input, problem: draft.isWrong ? problem : null };
}

type Time = ReturnType<typeof useTime>;

function TimeField(props: { readonly label: string; readonly time: Time; readonly says: string }) {
  const { label, time, says } = props;
  return (
    <TextInput
      className={classes.time}
      aria-label={label}
      aria-describedby={time.problem === null ? undefined : says}
      inputMode="numeric"
      error={time.problem !== null}
      {...time.input}
    />
  );
}

/** From opening to closing; one of several a day can be taken away. */
export function SpanFields({ day, spans, index, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const write = useTimeText();
  const says = useId();
  const span = spans[index] ?? USUAL_SPAN;
  const limits = limitsOf(spans, index);
  const opens = useTime({
    value: span.opens,
    limits: limits.opens,
    save: (time) => onChange({ opens: time }),
  });
  const closes = useTime({
    value: span.closes,
    limits: limits.closes,
    save: (time) => onChange({ closes: time }),
  });
  const again = index === 0 ? '' : 'Again';
  const name = `${write(span.opens)}–${write(span.closes)}`;
  const problem = opens.problem ?? closes.problem;
  return (
    <div>
      <div className={classes.span}>
        <TimeField label={t(`settings.hours.opens${again}`, { day })} time={opens} says={says} />
        <span aria-hidden className={classes.until}>
          {t('settings.hours.until')}
        </span>
        <TimeField label={t(`settings.hours.closes${again}`, { day })} time={closes} says={says} />
        {spans.length > 1 && (
          <ActionIcon
            aria-label={t('settings.hours.remove', { span: name, day })}
            onClick={onRemove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {problem !== null && (
        <p id={says} role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
