import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DaySpan, type Days } from '#renderer/components/fields/day-span.tsx';
import { KeepButtons } from '#renderer/components/sheets/keep-buttons.tsx';
import classes from '#renderer/components/sheets/sheets.module.css';
import { useSayKept } from '#renderer/components/sheets/use-keep-sheet.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useTask } from '#renderer/data/use-task.ts';
import type { HandoverSheet } from '#shared/contract/handover/handover.ts';
import { daysOf, SPANS, type Span, useHandoverChoice } from './days.ts';

/** The days the sheet is for. */
export function useHandoverDays(): Days {
  const { today } = useFormat();
  const { span, own } = useHandoverChoice();
  return span === 'own' ? (own ?? daysOf('fortnight', today)) : daysOf(span, today);
}

/** Whose complaints: those who are noted on one that is open. */
function WhoChoice({ handlers }: { readonly handlers: HandoverSheet['handlers'] }) {
  const { t } = useTranslation();
  const { who, chooseWho } = useHandoverChoice();
  const known = handlers.map(({ name, complaints }) => ({
    value: name,
    label: t('handover.whoOf', { name, count: complaints }),
  }));
  const isGone = who !== null && !handlers.some(({ name }) => name === who);
  return (
    <Select
      aria-label={t('handover.who')}
      className={classes.choice}
      allowDeselect={false}
      data={[
        { value: '', label: t('handover.whole') },
        ...known,
        ...(isGone ? [{ value: who, label: t('handover.whoOf', { name: who, count: 0 }) }] : []),
      ]}
      value={who ?? ''}
      onChange={(value) => chooseWho(value === null || value === '' ? null : value)}
    />
  );
}

function Keep() {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to } = useHandoverDays();
  const { who } = useHandoverChoice();
  const printing = useTask('handover.print');
  const saving = useTask('handover.save');
  const sayKept = useSayKept();
  const title = t('handover.running');
  const name = t('handover.file', { from: format.date(from), to: format.date(to) });
  return (
    <KeepButtons
      isRunning={printing.isRunning || saving.isRunning}
      onPrint={() =>
        void printing.run({ from, to, who, name }, title).then((kept) => sayKept('print', kept))
      }
      onSave={(kind) =>
        void saving
          .run({ from, to, who, format: kind }, title)
          .then((kept) => sayKept('save', kept))
      }
    />
  );
}

/** Which days, whose complaints, and the ways onto paper. */
export function HandoverControls({ handlers }: { readonly handlers: HandoverSheet['handlers'] }) {
  const { t } = useTranslation();
  const days = useHandoverDays();
  const { span, choose, who } = useHandoverChoice();
  return (
    <div className={classes.controls}>
      <Select
        aria-label={t('handover.period')}
        className={classes.choice}
        allowDeselect={false}
        data={SPANS.map((value) => ({ value, label: t(`handover.periods.${value}`) }))}
        value={span}
        onChange={(value) => choose((value ?? 'fortnight') as Span, value === 'own' ? days : null)}
      />
      {span === 'own' && (
        <DaySpan
          days={days}
          labels={{ from: t('handover.from'), to: t('handover.to') }}
          className={classes.day}
          onChange={(own) => choose('own', own)}
        />
      )}
      {(handlers.length > 0 || who !== null) && <WhoChoice handlers={handlers} />}
      <Keep />
    </div>
  );
}
