import { Button, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ReplyComposer } from '#renderer/components/replies/reply-composer.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { type ContactChannel, channel } from '#shared/contract/interactions/interactions.ts';
import { instantOf, noonOf } from '#shared/domain/calendar/zone-time.ts';
import { isTime } from '../facts/facts-values.ts';
import { type Moment, MomentFields } from '../facts/moment-fields.tsx';
import classes from './chain.module.css';
import { AtOnceForm } from './solution-form.tsx';
import { useStep } from './use-step.ts';

const NONE = 'none';

interface ToldValues extends Moment {
  readonly answer: string;
  readonly via: ContactChannel | typeof NONE;
}

interface Props {
  readonly page: ComplaintPage;
}

/** Whether there is a customer who can be written to, and written about. */
function isKnown({ customer }: ComplaintPage): boolean {
  return customer !== null && !customer.isErased;
}

/** When an answer was given; null: now. */
function momentOf({ isNow, day, time }: Moment, timeZone: string): string | null {
  if (isNow || day === null) return null;
  return time === '' ? noonOf(day, timeZone) : instantOf(day, time, timeZone);
}

function useToldForm(page: ComplaintPage) {
  const { t } = useTranslation();
  const { settings, today } = useSettings();
  const { take, isRunning, error } = useStep(page.id);
  const form = useForm<ToldValues>({
    initialValues: {
      answer: '',
      via: isKnown(page) ? page.facts.channel : NONE,
      isNow: true,
      day: today,
      time: '',
    },
    validate: {
      answer: (answer) => (answer.trim() === '' ? t('complaint.required') : null),
      day: (day, { isNow }) => (!isNow && day === null ? t('complaint.new.dayMissing') : null),
      time: (time, { isNow }) =>
        isNow || time === '' || isTime(time) ? null : t('problem.not-a-time'),
    },
  });
  const save = async ({ answer, via, ...moment }: ToldValues) => {
    const at = momentOf(moment, settings.timeZone);
    const step = { move: 'answer', answer, via: via === NONE ? null : via, at } as const;
    await take(step, t('complaint.answer.saved', { number: page.number }));
  };
  return { form, submit: form.onSubmit((values) => void save(values)), isRunning, error };
}

type ToldFields = ReturnType<typeof useToldForm>['form'];

/** By which way it was given; it can be none that the shop keeps. */
function WaySelect({ form }: { readonly form: ToldFields }) {
  const { t } = useTranslation();
  const ways = channel.options.map((value) => ({ value, label: t(`timeline.channel.${value}`) }));
  return (
    <Select
      label={t('complaint.answer.via')}
      description={form.values.via === NONE ? undefined : t('complaint.answer.viaHint')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={[...ways, { value: NONE, label: t('complaint.answer.viaNone') }]}
      {...form.getInputProps('via')}
    />
  );
}

/** An answer that was given by word of mouth, or from another program. */
function ToldForm({ page }: Props) {
  const { t } = useTranslation();
  const { form, submit, isRunning, error } = useToldForm(page);
  const { isNow, day, time } = form.values;
  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <Textarea
        label={t('complaint.answer.toldWhat')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={4000}
        {...form.getInputProps('answer')}
      />
      <div className={classes.row}>
        {isKnown(page) && <WaySelect form={form} />}
        <div className={classes.wide}>
          <MomentFields
            label={t('complaint.answer.when')}
            moment={{ isNow, day, time }}
            canBeNow
            dayError={form.errors.day}
            timeError={form.errors.time}
            onChange={(part) => form.setValues(part)}
          />
        </div>
      </div>
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('complaint.answer.save')}
        </Button>
      </div>
    </form>
  );
}

type Way = 'reply' | 'told' | 'atOnce';

/** The first answer: written here, given already, or the whole matter settled at once. */
export function AnswerStep({ page }: Props) {
  const { t } = useTranslation();
  const canReply = isKnown(page) || (page.customer === null && page.review !== null);
  const [way, setWay] = useState<Way>(canReply ? 'reply' : 'told');
  const others = (['reply', 'told', 'atOnce'] as const).filter(
    (one) => one !== way && (one !== 'reply' || canReply),
  );
  return (
    <>
      {way === 'reply' && (
        <div className={classes.reply}>
          <ReplyComposer about={{ kind: 'complaint', id: page.id }} />
        </div>
      )}
      {way === 'told' && <ToldForm page={page} />}
      {way === 'atOnce' && <AtOnceForm page={page} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a set of fields */}
      <div className={classes.others} role="group" aria-label={t('complaint.answer.how')}>
        {others.map((one) => (
          <Button key={one} size="xs" variant="subtle" onClick={() => setWay(one)}>
            {t(`complaint.answer.${one}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
