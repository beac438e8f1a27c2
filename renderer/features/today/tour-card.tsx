import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Address, addressOf, type PlainRoute } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { FirstStep } from '#shared/domain/vocabulary/help.ts';
import classes from './tour.module.css';

/** Where each step is done. */
const placeOf: Readonly<Record<FirstStep, PlainRoute | Address>> = {
  customers: 'import',
  name: 'settings',
  same: 'samePerson',
  write: 'customers',
  copy: 'backups',
};

function Step({ step, isDone }: Output<'help.firstWeek'>['steps'][number]) {
  const { t } = useTranslation();
  const Icon = isDone ? IconCircleCheckFilled : IconCircle;
  return (
    <li data-done={isDone || undefined}>
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <Link href={addressOf(placeOf[step])}>{t(`help.tour.step.${step}`)}</Link>
      {isDone && <span className={classes.done}>{t('help.tour.isDone')}</span>}
    </li>
  );
}

function Steps({ lastOn, steps }: Output<'help.firstWeek'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const { run, isRunning, error } = useCommand('settings.update');
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Card
      title={t('help.tour.title')}
      count={t('help.tour.progress', { done, of: steps.length })}
      actions={
        <Button
          size="xs"
          disabled={isRunning}
          onClick={() => void run({ tour: 'away' }, t('help.tour.awayNow'))}
        >
          {t('help.tour.putAway')}
        </Button>
      }
    >
      <p className={classes.lead}>{t('help.tour.lead')}</p>
      <ol className={classes.steps}>
        {steps.map((one) => (
          <Step key={one.step} {...one} />
        ))}
      </ol>
      {lastOn !== null && (
        <p className={classes.lead}>{t('help.tour.lastOn', { date: format.date(lastOn) })}</p>
      )}
      {settings.tour === 'shown' && <p className={classes.lead}>{t('help.tour.stays')}</p>}
      {error !== null && <ErrorState error={error} />}
    </Card>
  );
}

/** What a new shop does first, ticked by what is in it; nothing once that is over or put away. */
export function TourCard() {
  const { settings, isSample } = useSettings();
  const enabled = !isSample && settings.tour !== 'away';
  const { data } = useQuery('help.firstWeek', {}, { enabled, keepPrevious: true });
  if (!enabled) return null;
  if (data === undefined || !data.isShown) return null;
  return (
    <div className={classes.tour}>
      <Steps {...data} />
    </div>
  );
}
