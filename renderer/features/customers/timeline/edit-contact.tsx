import { Autocomplete, Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { TimeField } from '#renderer/components/fields/time-field.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { InteractionFacts, TimelineItem } from '#shared/contract/interactions/interactions.ts';
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

/** How, whose turn, what about, and what came of it. */
function KindSelects({ facts, set }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
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
        <KindSelects facts={facts} set={set} />
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

interface MomentProps {
  readonly moment: Moment;
  set(change: Partial<Moment>): void;
}

function MomentFields({ moment, set }: MomentProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      <DayField
        label={t('timeline.day')}
        value={moment.day}
        onChange={(day) => day !== null && set({ day })}
      />
      <TimeField
        label={t('timeline.time')}
        value={moment.time}
        onChange={(time) => set({ time })}
      />
    </div>
  );
}

interface Props {
  readonly item: ContactItem;
  onClose(): void;
}

function factsOf({ at, hasTime, ...item }: ContactItem): InteractionFacts {
  const { channel, direction, topic, text, outcome, handledBy } = item;
  return { channel, direction, topic, happenedAt: at, hasTime, text, outcome, handledBy };
}

function useEditForm({ item, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useSettings().settings;
  const update = useCommand('interactions.update');
  const remove = useCommand('interactions.delete');
  const [moment, setMoment] = useState<Moment>(() => momentOf(item, timeZone));
  const [facts, setFacts] = useState(() => factsOf(item));
  const save = async () => {
    const isSameMoment = JSON.stringify(moment) === JSON.stringify(momentOf(item, timeZone));
    const input = isSameMoment ? facts : withMoment(facts, moment, timeZone);
    if ((await update.run({ id: item.id, facts: input }, t('timeline.saved'))).ok) onClose();
  };
  const drop = async () => {
    if ((await remove.run({ id: item.id }, t('timeline.deleted'))).ok) onClose();
  };
  return {
    facts: { facts, set: (change: Partial<InteractionFacts>) => setFacts({ ...facts, ...change }) },
    moment: { moment, set: (change: Partial<Moment>) => setMoment({ ...moment, ...change }) },
    save,
    isSaving: update.isRunning,
    drop,
    isDropping: remove.isRunning,
    error: update.error ?? remove.error,
  };
}

/** Corrects a contact that was written down, or takes it away; both can be undone. */
export function EditContact(props: Props) {
  const { t } = useTranslation();
  const { facts, moment, save, isSaving, drop, isDropping, error } = useEditForm(props);
  return (
    <Dialog onClose={props.onClose} title={t('timeline.edit')} size="lg">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Fields {...facts} />
        <MomentFields {...moment} />
        <FormFoot error={error} isRunning={isSaving} onCancel={props.onClose}>
          <Button variant="subtle" loading={isDropping} onClick={() => void drop()}>
            {t('timeline.delete')}
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}
