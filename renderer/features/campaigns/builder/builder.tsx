import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import { BackToCampaigns } from '../campaign-head.tsx';
import classes from '../campaigns.module.css';
import { MissingNote } from '../fields/missing-note.tsx';
import { HowStep } from './how-step.tsx';
import { MessageStep } from './message-step.tsx';
import { StartStep } from './start-step.tsx';
import { type Building, steps, useBuilder } from './use-builder.ts';
import { WhoStep } from './who-step.tsx';

interface Props {
  /** Null: a new one. */
  readonly stored: CampaignRow | null;
}

/** The steps in their order; each leads to itself. */
function StepList({ building }: { readonly building: Building }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.stepList} aria-label={t('campaigns.steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === building.step ? 'step' : undefined}>
          <Button
            size="xs"
            variant={step === building.step ? 'filled' : 'default'}
            onClick={() => void building.goTo(step)}
          >
            {`${index + 1}. ${t(`campaigns.step.${step}`)}`}
          </Button>
        </li>
      ))}
    </ol>
  );
}

/** Back and on; what is still missing is said where one would go on. */
function Foot({ building }: { readonly building: Building }) {
  const { t } = useTranslation();
  const { step, obstacle, goTo, isRunning } = building;
  const place = steps.indexOf(step);
  const [before, after] = [steps[place - 1], steps[place + 1]];
  return (
    <div className={classes.foot}>
      {before === undefined ? (
        <span />
      ) : (
        <Button onClick={() => void goTo(before)}>{t(`campaigns.step.${before}`)}</Button>
      )}
      <MissingNote missing={obstacle} />
      {after !== undefined && (
        <Button
          variant="filled"
          loading={isRunning}
          disabled={obstacle !== null}
          onClick={() => void goTo(after)}
        >
          {t('campaigns.next', { step: t(`campaigns.step.${after}`) })}
        </Button>
      )}
    </div>
  );
}

/** A campaign before it starts: whom, what, how, and who is left out. */
export function Builder({ stored }: Props) {
  const { t } = useTranslation();
  const building = useBuilder(stored);
  const { step, error, facts } = building;
  return (
    <div className={classes.page}>
      <PageHeader title={stored?.facts.name ?? t('campaigns.new')} back={<BackToCampaigns />} />
      <StepList building={building} />
      {error !== null && <ErrorState error={error} />}
      {step === 'who' && <WhoStep building={building} records={stored?.records ?? []} />}
      {step === 'message' && <MessageStep building={building} />}
      {step === 'how' && <HowStep building={building} />}
      {step === 'start' && stored !== null && (
        <StartStep stored={stored} facts={facts} isReady={building.obstacle === null} />
      )}
      <Foot building={building} />
    </div>
  );
}
