import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import classes from './campaigns.module.css';
import { CampaignsTabs } from './campaigns-tabs.tsx';
import { StateSign } from './state-sign.tsx';

function NewButton() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => go('newCampaign')}
    >
      {t('campaigns.new')}
    </Button>
  );
}

/** Everybody who has had a turn, of everybody who gets one. */
function turnsOf({ standing }: CampaignRow): { readonly had: number; readonly all: number } {
  const { sent, skipped, unreachable, refused, waiting } = standing;
  const had = sent + skipped + unreachable + refused;
  return { had, all: had + waiting };
}

/** How far it is, in a sentence. */
function Progress({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { had, all } = turnsOf(row);
  if (row.state === 'draft') return <span>{t('campaigns.notStarted')}</span>;
  return (
    <>
      <b>{t('campaigns.progress', { had: format.number(had), all: format.number(all) })}</b>
      <progress aria-label={row.facts.name} max={Math.max(1, all)} value={had} />
      <span className={classes.quiet}>
        {t('campaigns.since', { date: format.date(row.startedOn ?? '') })}
      </span>
    </>
  );
}

/** Another one with what this one says, to be changed and started by itself. */
function useAgain({ facts }: CampaignRow) {
  const { t } = useTranslation();
  const go = useGo();
  const create = useCommand('campaigns.create');
  const { sayError } = useUndo();
  return async () => {
    const name = t('campaigns.copyName', { name: facts.name.slice(0, 60) });
    const made = await create.run({ facts: { ...facts, name } }, t('campaigns.copied', { name }));
    if (made.ok) go({ campaign: made.value.id });
    else sayError(made.error);
  };
}

function Actions({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const go = useGo();
  const again = useAgain(row);
  const remove = useCommand('campaigns.remove');
  const { sayError } = useUndo();
  const { id, state, facts } = row;
  const drop = async () => {
    const dropped = await remove.run({ id }, t('campaigns.removed', { name: facts.name }));
    if (!dropped.ok) sayError(dropped.error);
  };
  return (
    <div className={classes.acts}>
      <Button size="xs" onClick={() => go({ campaign: id })}>
        {t(`campaigns.open.${state}`)}
      </Button>
      {state === 'draft' ? (
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('campaigns.removeOne', { name: facts.name })}
          onClick={() => void drop()}
        >
          {t('campaigns.remove')}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('campaigns.againOne', { name: facts.name })}
          onClick={() => void again()}
        >
          {t('campaigns.again')}
        </Button>
      )}
    </div>
  );
}

function Line({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const { id, facts, state } = row;
  const how = t(`campaigns.channel.${facts.channel}`);
  return (
    <li className={classes.line}>
      <div className={classes.said}>
        <span className={classes.title}>
          <Link href={addressOf({ campaign: id })}>
            <b>{facts.name}</b>
          </Link>
          <StateSign state={state} />
        </span>
        <span className={classes.quiet}>{facts.goal === '' ? how : `${how}. ${facts.goal}`}</span>
      </div>
      <div className={classes.said}>
        <Progress row={row} />
      </div>
      <Actions row={row} />
    </li>
  );
}

/** Every campaign, the newest first. */
export function CampaignsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery('campaigns.list', {}, { keepPrevious: true });
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('campaigns.title')}
        lead={t('campaigns.lead')}
        actions={data !== undefined && data.rows.length > 0 && <NewButton />}
      />
      <CampaignsTabs />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h="12rem" radius="lg" aria-busy="true" />}
      {data?.rows.length === 0 && (
        <EmptyState title={t('campaigns.none')} text={t('campaigns.noneText')}>
          <NewButton />
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <Card padded={false}>
          <ul className={classes.lines} aria-label={t('campaigns.title')}>
            {data.rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
