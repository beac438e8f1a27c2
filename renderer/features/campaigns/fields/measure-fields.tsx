import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';

const ranges = {
  heldPercent: { from: 0, to: 50 },
  dailyLimit: { from: 1, to: 1000 },
  restDays: { from: 0, to: 365 },
  responseDays: { from: 1, to: 180 },
} as const;
type Measure = keyof typeof ranges;

interface Props<M extends Measure> {
  /** Which of them, in their order. */
  readonly measures: readonly M[];
  readonly facts: Pick<CampaignFacts, M | 'onlyAgreed'>;
  change(part: Partial<Pick<CampaignFacts, Measure | 'onlyAgreed'>>): void;
}

/** How many, how often, and who is left in peace. */
export function MeasureFields<M extends Measure>({ measures, facts, change }: Props<M>) {
  const { t } = useTranslation();
  return (
    <>
      {measures.map((key) => (
        <CountField
          key={key}
          label={t(`campaigns.how.${key}`)}
          description={t(`campaigns.howHint.${key}`)}
          range={ranges[key]}
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
