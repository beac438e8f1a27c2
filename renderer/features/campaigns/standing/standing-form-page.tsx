import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { routes } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { StandingRow } from '#shared/contract/campaigns/standing.ts';
import { standingChannels } from '#shared/domain/vocabulary/campaigns.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import classes from '../campaigns.module.css';
import { MeasureFields } from '../fields/measure-fields.tsx';
import { MessageFields } from '../fields/message-fields.tsx';
import { MissingNote } from '../fields/missing-note.tsx';
import { Whom } from '../fields/whom.tsx';
import { AfterCard } from './after-card.tsx';
import { type StandingForm, useStandingForm } from './use-standing-form.ts';
import { WhenFields } from './when-fields.tsx';
import { WhomNow } from './whom-now.tsx';

const measures = ['dailyLimit', 'restDays'] as const;

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
      <MissingNote missing={obstacle} />
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
      {stored !== null && stored.turns.sent > 0 && <AfterCard id={stored.id} />}
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
              <MessageFields channels={standingChannels} facts={facts} change={change} />
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
          <MeasureFields measures={measures} facts={facts} change={change} />
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
