import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, routes } from '#renderer/base/routes.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { PlaceTabs } from '#renderer/components/place-tabs.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import { StateSign } from './state-sign.tsx';

/** What the state can be turned to, the likeliest first. */
const turnsTo = {
  running: ['paused', 'done'],
  paused: ['running', 'done'],
  done: ['running'],
} as const;

function TurnButtons({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const { run, isRunning } = useCommand('campaigns.turn');
  const { sayError } = useUndo();
  const { id, state, standing } = row;
  if (state === 'draft' || (state === 'done' && standing.waiting === 0)) return null;
  const turn = async (to: 'running' | 'paused' | 'done') => {
    const turned = await run({ id, to }, t(`campaigns.turned.${to}`));
    if (!turned.ok) sayError(turned.error);
  };
  return turnsTo[state].map((to) => (
    <Button key={to} disabled={isRunning} onClick={() => void turn(to)}>
      {t(`campaigns.turnTo.${to}`)}
    </Button>
  ));
}

/** The way back to all of them. */
export function BackToCampaigns() {
  const { t } = useTranslation();
  return (
    <Link href={routes.campaigns} aria-label={t('campaigns.back')}>
      <IconChevronLeft size={20} stroke={1.75} aria-hidden="true" />
    </Link>
  );
}

/** The head of a campaign that has started: how it stands, its queue and its result. */
export function CampaignHead({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const address = addressOf({ campaign: row.id });
  return (
    <>
      <PageHeader
        title={row.facts.name}
        back={<BackToCampaigns />}
        beside={<StateSign state={row.state} />}
        {...(row.facts.goal === '' ? {} : { lead: row.facts.goal })}
        actions={<TurnButtons row={row} />}
      />
      <PlaceTabs
        label={row.facts.name}
        tabs={[
          { address, text: t('campaigns.queue.title') },
          { address: `${address}/result`, text: t('campaigns.result.title') },
        ]}
      />
    </>
  );
}
