import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { CellLink } from '#renderer/components/chart/data-table.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CampaignFacts, CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import type { Output } from '#shared/contract/index.ts';
import {
  isPaced,
  type LeftOutReason,
  leftOutReasons,
} from '#shared/domain/vocabulary/campaigns.ts';
import classes from '../campaigns.module.css';
import { PeopleList } from '../people-list.tsx';

const PAGE = 100;
const MOST = 500;

type Check = Output<'campaigns.check'>;

interface WhoProps {
  readonly facts: CampaignFacts;
  /** Null: who can be written to. */
  readonly why: LeftOutReason | null;
  onClose(): void;
}

function CheckedDialog({ facts, why, onClose }: WhoProps) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const { data } = useQuery('campaigns.checked', { facts, why, limit }, { keepPrevious: true });
  if (data === undefined) return null;
  const what = why === null ? t('campaigns.check.reachable') : t(`campaigns.why.${why}`);
  return (
    <PeopleList
      title={t('campaigns.whoTitle', { what, count: data.count })}
      rows={data.rows}
      count={data.count}
      columns={[]}
      onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : null}
      onClose={onClose}
    />
  );
}

interface LineProps {
  readonly what: string;
  readonly count: number;
  /** It is taken away from what stands above. */
  readonly isLess?: boolean;
  readonly isSum?: boolean;
  readonly onOpen?: () => void;
}

function Line({ what, count, isLess = false, isSum = false, onOpen }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = isLess && count > 0 ? `\u2212${format.number(count)}` : format.number(count);
  return (
    <div data-sum={isSum || undefined}>
      <dt>{what}</dt>
      <dd>
        {onOpen === undefined || count === 0 ? (
          figure
        ) : (
          <CellLink label={t('campaigns.seeWho', { what, count })} onClick={onOpen}>
            {figure}
          </CellLink>
        )}
      </dd>
    </div>
  );
}

/** From who meets the conditions to whose turn comes: each line takes its people away. */
function Counts({ check, facts }: { readonly check: Check; readonly facts: CampaignFacts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<LeftOutReason | 'reachable' | null>(null);
  const days = Math.ceil(check.turns / facts.dailyLimit);
  const pace = { count: days, limit: format.number(facts.dailyLimit) };
  const never = { trash: format.number(check.inTrash), erased: format.number(check.erased) };
  return (
    <Card title={t('campaigns.check.title')} ruled>
      <dl className={classes.counts}>
        <Line what={t('campaigns.check.matching')} count={check.matching} />
        {leftOutReasons.map((why) => (
          <Line
            key={why}
            what={t(`campaigns.why.${why}`)}
            count={check.leftOut[why]}
            isLess
            onOpen={() => setOpen(why)}
          />
        ))}
        <Line
          what={t('campaigns.check.reachable')}
          count={check.reachable}
          isSum
          onOpen={() => setOpen('reachable')}
        />
        <Line what={t('campaigns.check.held')} count={check.held} isLess />
        <Line what={t('campaigns.check.turns')} count={check.turns} isSum />
      </dl>
      <p className={classes.quiet}>
        {isPaced(facts.channel) && `${t('campaigns.check.days', pace)} `}
        {t('campaigns.check.never', never)}
      </p>
      {check.held === 0 && <p className={classes.quiet}>{t('campaigns.check.noneHeld')}</p>}
      {open !== null && (
        <CheckedDialog
          facts={facts}
          why={open === 'reachable' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

interface Props {
  readonly stored: CampaignRow;
  readonly facts: CampaignFacts;
  /** Nothing is missing; what is stands below. */
  readonly isReady: boolean;
}

/** Who is left out and why, and the start. */
export function StartStep({ stored, facts, isReady }: Props) {
  const { t } = useTranslation();
  const { say } = useUndo();
  const start = useTask('campaigns.start');
  const check = useQuery('campaigns.check', { facts }, { keepPrevious: true });
  const run = async () => {
    const started = await start.run({ id: stored.id }, facts.name);
    if (started.ok)
      say(t('campaigns.started', { count: started.value.turns }), started.value.batchId);
  };
  if (check.error !== null)
    return <ErrorState error={check.error.error} onRetry={() => void check.refetch()} />;
  if (check.data === undefined) return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  return (
    <div className={classes.form}>
      <Counts check={check.data} facts={facts} />
      {start.error !== null && <ErrorState error={start.error} />}
      <p className={classes.quiet}>{t('campaigns.startHint')}</p>
      <p className={classes.acts}>
        <Button
          variant="filled"
          loading={start.isRunning}
          disabled={!isReady || check.data.turns === 0 || stored.notUnderstood > 0}
          onClick={() => void run()}
        >
          {t('campaigns.start', { count: check.data.turns })}
        </Button>
      </p>
    </div>
  );
}
