import { Autocomplete, Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { TimeField } from '#renderer/components/fields/time-field.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { InteractionFacts, TimelineItem } from '#shared/contract/interactions.ts';
import { instantOf, localDay, localTime, noonOf } from '#shared/domain/calendar/zone-time.ts';
import { CHANNELS, OUTCOMES, TOPICS } from './choices.ts';
import classes from './timeline.module.css';

type ContactItem = Extract<TimelineItem, { kind: 'contact' }>;
const NONE = 'none' as const;

interface Moment {
  readonly day: string;
  /** `HH:MM`, or empty: only the day is known. */
  readonly time: string;
}

function momentOf(item: ContactItem, timeZone: string): Moment {
  return {
    day: localDay(item.at, timeZone),
    time: item.hasTime ? localTime(item.at, timeZone) : '',
  };
}

function withMoment(facts: InteractionFacts, { day, time }: Moment, timeZone: string) {
  const hasTime = time !== '';
  const happenedAt = hasTime ? instantOf(day, time, timeZone) : noonOf(day, timeZone);
  return { ...facts, hasTime, happenedAt };
}

interface FieldsProps {
  readonly facts: InteractionFacts;
  set(change: Partial<InteractionFacts>): void;
}

function Fields({ facts, set }: FieldsProps) {
  const { t } = useTranslation();
  const { data: handlers } = useQuery('interactions.handlers', {});
  return (
    <>
      <Textarea
        data-autofocus
        autosize
        minRows={3}
        maxLength={8000}
        label={t('timeline.what')}
        value={facts.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          label={t('timeline.how')}
          value={facts.channel}
          data={CHANNELS.map((value) => ({ value, label: t(`timeline.channel.${value}`) }))}
          onChange={(channel) => channel !== null && set({ channel })}
        />
        <Select
          label={t('timeline.whose')}
          value={facts.direction}
          data={(['out', 'in'] as const).map((value) => ({
            value,
            label: t(`timeline.direction.${value}`),
          }))}
          onChange={(direction) => direction !== null && set({ direction })}
        />
        <Select
          label={t('timeline.about')}
          value={facts.topic}
          data={TOPICS.map((value) => ({ value, label: t(`timeline.topic.${value}`) }))}
          onChange={(topic) => topic !== null && set({ topic })}
        />
        <Select
          label={t('timeline.result')}
          value={facts.outcome ?? NONE}
          data={[NONE, ...OUTCOMES].map((value) => ({
            value,
            label: t(`timeline.outcome.${value as (typeof OUTCOMES)[number] | 'none'}`),
          }))}
          onChange={(value) => set({ outcome: OUTCOMES.find((one) => one === value) ?? null })}
        />
        <Autocomplete
          label={t('timeline.handledBy')}
          value={facts.handledBy ?? ''}
          data={handlers ?? []}
          maxLength={80}
          onChange={(value) => set({ handledBy: value.trim() === '' ? null : value })}
        />
      </div>
    </>
  );
}

/** Corrects a contact that was written down, or takes it away; both can be undone. */
export function EditContact({ item, onClose }: { readonly item: ContactItem; onClose(): void }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const update = useCommand('interactions.update');
  const remove = useCommand('interactions.delete');
  const [moment, setMoment] = useState<Moment>(() => momentOf(item, settings.timeZone));
  const [facts, setFacts] = useState<InteractionFacts>({
    channel: item.channel,
    direction: item.direction,
    topic: item.topic,
    happenedAt: item.at,
    hasTime: item.hasTime,
    text: item.text,
    outcome: item.outcome,
    handledBy: item.handledBy,
  });
  const error = update.error ?? remove.error;
  const save = async () => {
    const isSameMoment =
      JSON.stringify(moment) === JSON.stringify(momentOf(item, settings.timeZone));
    const input = isSameMoment ? facts : withMoment(facts, moment, settings.timeZone);
    if ((await update.run({ id: item.id, facts: input }, t('timeline.saved'))).ok) onClose();
  };
  const drop = async () => {
    if ((await remove.run({ id: item.id }, t('timeline.deleted'))).ok) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('timeline.edit')} size="lg">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Fields facts={facts} set={(change) => setFacts({ ...facts, ...change })} />
        <div className={classes.pair}>
          <DayField
            label={t('timeline.day')}
            value={moment.day}
            onChange={(day) => day !== null && setMoment({ ...moment, day })}
          />
          <TimeField
            label={t('timeline.time')}
            value={moment.time}
            onChange={(time) => setMoment({ ...moment, time })}
          />
        </div>
        {error !== null && <ErrorState error={error} />}
        <div className={classes.foot}>
          <Button variant="subtle" loading={remove.isRunning} onClick={() => void drop()}>
            {t('timeline.delete')}
          </Button>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={update.isRunning}>
            {t('app.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
