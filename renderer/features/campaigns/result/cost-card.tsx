import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { AmountField } from '#renderer/components/segments/amount-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import classes from '../campaigns.module.css';

/** What a campaign cost, in money and in time. */
export function CostCard({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('campaigns.cost');
  const [cost, setCost] = useState({
    costMinor: row.costMinor,
    minutes: row.minutes,
    hourMinor: row.hourMinor,
  });
  return (
    <Card title={t('campaigns.cost.title')} ruled>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run({ id: row.id, ...cost }, t('campaigns.cost.saved'));
        }}
      >
        <AmountField
          isLabelled
          label={t('campaigns.cost.money')}
          value={cost.costMinor}
          onChange={(costMinor) => setCost((now) => ({ ...now, costMinor }))}
        />
        <CountField
          label={t('campaigns.cost.minutes')}
          range={{ from: 0, to: 1_000_000 }}
          clearable
          value={cost.minutes}
          onChange={(minutes) => setCost((now) => ({ ...now, minutes }))}
        />
        <AmountField
          isLabelled
          label={t('campaigns.cost.hour')}
          value={cost.hourMinor}
          onChange={(hourMinor) => setCost((now) => ({ ...now, hourMinor }))}
        />
        {error !== null && <ErrorState error={error} />}
        <Button type="submit" loading={isRunning}>
          {t('app.save')}
        </Button>
      </form>
    </Card>
  );
}
