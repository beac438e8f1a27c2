import { Button, Skeleton, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { StandingRow } from '#shared/contract/campaigns/standing.ts';
import classes from '../campaigns.module.css';
import { CampaignsTabs } from '../campaigns-tabs.tsx';
import { TurnsDialog } from './turns-dialog.tsx';
import { useWhenText } from './when-text.ts';

function NewButton() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => go('newStanding')}
    >
      {t('standing.new')}
    </Button>
  );
}

/** On and off, there and then. */
function OnSwitch({ row }: { readonly row: StandingRow }) {
  const { t } = useTranslation();
  const { run, isRunning } = useCommand('standing.switch');
  const { sayError } = useUndo();
  const { id, facts, isActive } = row;
  const turn = async (to: boolean) => {
    const said = t(to ? 'standing.isActive' : 'standing.isOff', { name: facts.name });
    const turned = await run({ id, isActive: to }, said);
    if (!turned.ok) sayError(turned.error);
  };
  return (
    <Switch
      label={t('standing.on')}
      aria-label={t('standing.onOne', { name: facts.name })}
      checked={isActive}
      disabled={isRunning}
      onChange={(event) => void turn(event.currentTarget.checked)}
    />
  );
}

function Remove({ row }: { readonly row: StandingRow }) {
  const { t } = useTranslation();
  const { run } = useCommand('standing.remove');
  const { sayError } = useUndo();
  const { id, facts } = row;
  const drop = async () => {
    const dropped = await run({ id }, t('standing.removed', { name: facts.name }));
    if (!dropped.ok) sayError(dropped.error);
  };
  return (
    <Button
      size="xs"
      variant="subtle"
      aria-label={t('campaigns.removeOne', { name: facts.name })}
      onClick={() => void drop()}
    >
      {t('campaigns.remove')}
    </Button>
  );
}

function Line({ row }: { readonly row: StandingRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const whenOf = useWhenText();
  const [isOpen, setOpen] = useState(false);
  const { id, facts, turns, notUnderstood } = row;
  const had = turns.sent + turns.skipped + turns.unreachable + turns.refused;
  const said = { sent: format.number(turns.sent), count: had };
  return (
    <li className={classes.line}>
      <div className={classes.said}>
        <span className={classes.title}>
          <Link href={addressOf({ standing: id })}>
            <b>{facts.name}</b>
          </Link>
          {notUnderstood > 0 && (
            <StatusBadge kind="wrong">{t('standing.unread', { count: notUnderstood })}</StatusBadge>
          )}
        </span>
        <span className={classes.quiet}>
          {whenOf(facts)} {t(`campaigns.channel.${facts.channel}`)}.
        </span>
      </div>
      <div className={classes.said}>
        {had === 0 ? (
          <span className={classes.quiet}>{t('standing.noTurn')}</span>
        ) : (
          <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
            {t('standing.turns', said)}
          </Button>
        )}
        {turns.sent > 0 && (
          <Link
            href={addressOf({ standing: id })}
            aria-label={t('standing.after.seeOne', { name: facts.name })}
          >
            {t('standing.after.see')}
          </Link>
        )}
      </div>
      <div className={classes.acts}>
        <OnSwitch row={row} />
        {had === 0 && <Remove row={row} />}
      </div>
      {isOpen && <TurnsDialog row={row} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** Messages that are proposed by themselves, each with when, and what it came to. */
export function StandingPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery('standing.list', {}, { keepPrevious: true });
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('campaigns.title')}
        lead={t('standing.lead')}
        actions={data !== undefined && data.rows.length > 0 && <NewButton />}
      />
      <CampaignsTabs />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h="12rem" radius="lg" aria-busy="true" />}
      {data?.rows.length === 0 && (
        <EmptyState title={t('standing.none')} text={t('standing.noneText')}>
          <NewButton />
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <Card padded={false}>
          <ul className={classes.lines} aria-label={t('standing.title')}>
            {data.rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
