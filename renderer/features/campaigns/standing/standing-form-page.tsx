import { Button, SegmentedControl, Skeleton, Switch, Textarea, TextInput } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { routes } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { StandingRow } from '#shared/contract/campaigns/standing.ts';
import { type CampaignChannel, campaignChannels } from '#shared/domain/vocabulary/campaigns.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import { FieldButtons } from '../builder/field-buttons.tsx';
import { Whom } from '../builder/whom.tsx';
import classes from '../campaigns.module.css';
import { type StandingForm, useStandingForm } from './use-standing-form.ts';
import { WhenFields } from './when-fields.tsx';
import { WhomNow } from './whom-now.tsx';

function Message({ form }: { readonly form: StandingForm }) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const { facts, change } = form;
  return (
    <>
      <SegmentedControl
        aria-label={t('campaigns.by')}
        data={campaignChannels.map((value) => ({
          value,
          label: t(`campaigns.channel.${value}`),
        }))}
        value={facts.channel}
        onChange={(channel) => change({ channel: channel as CampaignChannel })}
      />
      {facts.channel === 'email' && (
        <TextInput
          label={t('campaigns.subject')}
          maxLength={150}
          value={facts.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        ref={area}
        label={t(`campaigns.text.${facts.channel}`)}
        description={t('campaigns.textHint')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={1000}
        value={facts.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <FieldButtons text={facts.text} area={area} onText={(text) => change({ text })} />
    </>
  );
}

const measures = [
  ['dailyLimit', { from: 1, to: 1000 }],
  ['restDays', { from: 0, to: 365 }],
] as const;

function Measures({ form }: { readonly form: StandingForm }) {
  const { t } = useTranslation();
  const { facts, change } = form;
  return (
    <>
      {measures.map(([key, range]) => (
        <CountField
          key={key}
          label={t(`campaigns.how.${key}`)}
          description={t(`campaigns.howHint.${key}`)}
          range={range}
          value={facts[key]}
          onChange={(value) => value !== null && change({ [key]: value })}
        />
      ))}
      <Switch
        label={t('campaigns.how.onlyAgreed')}
        description={t('campaigns.howHint.onlyAgreed')}
        checked={facts.onlyAgreed}
        onChange={(event) => change({ onlyAgreed: event.currentTarget.checked })}
      />
    </>
  );
}

function Foot({
  form,
  stored,
}: {
  readonly form: StandingForm;
  readonly stored: StandingRow | null;
}) {
  const { t } = useTranslation();
  const { obstacle, isRunning, save } = form;
  const isActive = stored?.isActive === true;
  return (
    <div className={classes.foot}>
      <Button disabled={obstacle !== null} loading={isRunning} onClick={() => void save(isActive)}>
        {t('standing.save')}
      </Button>
      {obstacle !== null && (
        <span role="status">
          <StatusBadge kind="due">{t(`campaigns.missing.${obstacle}`)}</StatusBadge>
        </span>
      )}
      {!isActive && (
        <Button
          variant="filled"
          disabled={obstacle !== null}
          loading={isRunning}
          onClick={() => void save(true)}
        >
          {t('standing.saveOn')}
        </Button>
      )}
    </div>
  );
}

function Form({ stored }: { readonly stored: StandingRow | null }) {
  const { t } = useTranslation();
  const form = useStandingForm(stored);
  const { facts, change, error } = form;
  return (
    <div className={classes.page}>
      <PageHeader
        title={stored?.facts.name ?? t('standing.new')}
        back={
          <Link href={routes.standing} aria-label={t('standing.back')}>
            <IconChevronLeft size={20} stroke={1.75} aria-hidden="true" />
          </Link>
        }
      />
      {error !== null && <ErrorState error={error} />}
      <div className={classes.columns}>
        <div className={classes.steps}>
          <Card title={t('standing.part.when')} ruled>
            <div className={classes.form}>
              <WhenFields form={form} />
              <TextInput
                label={t('standing.name')}
                maxLength={80}
                value={facts.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
            </div>
          </Card>
          <Card title={t('standing.part.message')} ruled>
            <div className={classes.form}>
              <Message form={form} />
            </div>
          </Card>
        </div>
        <WhomNow facts={facts} id={stored?.id ?? null} />
      </div>
      <div className={classes.whom}>
        <Whom whose={facts} records={stored?.records ?? []} onChange={change} />
      </div>
      <Card title={t('standing.part.measure')} ruled>
        <div className={classes.form}>
          <Measures form={form} />
        </div>
      </Card>
      <Foot form={form} stored={stored} />
    </div>
  );
}

/** One that is there, to be changed. */
export function StandingFormPage({ id }: { readonly id: StandingCampaignId }) {
  const { data, error, refetch } = useQuery('standing.get', { id });
  if (data !== undefined) return <Form key={data.id} stored={data} />;
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
}

/** A new one. */
export function NewStandingPage() {
  return <Form stored={null} />;
}
