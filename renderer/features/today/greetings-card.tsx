import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, routes } from '#renderer/base/routes.ts';
import { campaignLink } from '#renderer/components/campaigns/campaign-link.ts';
import { useOccasionText } from '#renderer/components/campaigns/use-occasion-text.ts';
import { Card } from '#renderer/components/card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Proposal } from '#shared/contract/campaigns/standing.ts';
import { unknownFields } from '#shared/domain/campaigns/merge.ts';
import type { Turn } from '#shared/domain/vocabulary/campaigns.ts';
import classes from './today.module.css';

const SHOWN = 5;
const MOST = 200;
const others = ['skipped', 'unreachable', 'refused'] as const;

/** What can be done about a proposal: opened, and said what it came to. */
function useProposal(row: Proposal) {
  const { t } = useTranslation();
  const link = useCommand('settings.openLink');
  const decide = useCommand('standing.decide');
  const { say, sayError } = useUndo();
  const [isOpened, setOpened] = useState(false);
  const name = row.name === '' ? t('customers.noName') : row.name;
  const open = async () => {
    const { url, isCopied } = campaignLink(row.channel, row, row.text);
    if (isCopied) await navigator.clipboard.writeText(row.text).catch(() => undefined);
    const opened = await link.run({ url });
    if (!opened.ok) return sayError(opened.error);
    setOpened(true);
    if (isCopied) say(t('campaigns.queue.copied'));
  };
  const turn = async (to: Turn) => {
    const { standingId: id, customerId, on } = row;
    const input = { id, customerId, on, to, text: to === 'sent' ? row.text : '' };
    const decided = await decide.run(input, t(`campaigns.said.${to}`, { name }));
    if (!decided.ok) sayError(decided.error);
  };
  return { name, open, turn, isOpened, isRunning: link.isRunning || decide.isRunning };
}

function Others({ name, turn }: { readonly name: string; turn(to: Turn): Promise<void> }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('standing.more', { name })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((to) => (
          <Menu.Item key={to} onClick={() => void turn(to)}>
            {t(`campaigns.queue.${to}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Line({ row }: { readonly row: Proposal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useOccasionText();
  const { name, open, turn, isOpened, isRunning } = useProposal(row);
  const isCall = row.channel === 'call';
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <span className={classes.name}>
          <Link href={addressOf({ customer: row.customerId })}>{name}</Link>
        </span>
        <span className={classes.reason}>
          {textOf(row)}. {t('standing.until', { date: format.date(row.until) })}
        </span>
        <span className={classes.words}>{row.text}</span>
        {unknownFields(row.text).length > 0 && (
          <StatusBadge kind="wrong">{t('campaigns.queue.gap')}</StatusBadge>
        )}
      </span>
      <span className={classes.acts}>
        <Button
          size="xs"
          aria-label={t('standing.openFor', { how: t(`campaigns.channel.${row.channel}`), name })}
          disabled={isRunning}
          onClick={() => void open()}
        >
          {t(`campaigns.queue.open.${row.channel}`)}
        </Button>
        <Button
          size="xs"
          variant={isOpened ? 'filled' : 'subtle'}
          leftSection={<IconCheck size={15} stroke={1.75} aria-hidden="true" />}
          aria-label={t(isCall ? 'standing.spokeWith' : 'standing.sentTo', { name })}
          disabled={isRunning}
          onClick={() => void turn('sent')}
        >
          {t(isCall ? 'campaigns.queue.spoke' : 'campaigns.queue.sent')}
        </Button>
        <Others name={name} turn={turn} />
      </span>
    </li>
  );
}

/** Whom the standing campaigns propose today, each with the message ready. */
export function GreetingsCard() {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(SHOWN);
  const { data } = useQuery('standing.due', { limit }, { keepPrevious: true });
  if (data === undefined) return null;
  const { count, waiting, rows, notUnderstood } = data;
  if (count + waiting + notUnderstood.length === 0) return null;
  return (
    <Card
      title={t('standing.today')}
      count={t('standing.proposed', { count })}
      actions={<Link href={routes.standing}>{t('standing.title')}</Link>}
      padded={false}
      ruled
    >
      <ul className={classes.rows}>
        {rows.map((row) => (
          <Line key={`${row.standingId}-${row.customerId}-${row.on}`} row={row} />
        ))}
      </ul>
      {count > rows.length && rows.length < MOST && (
        <p className={classes.none}>
          <Button variant="subtle" size="xs" onClick={() => setLimit(Math.min(MOST, limit + 20))}>
            {t('standing.showMore', { count: count - rows.length })}
          </Button>
        </p>
      )}
      {waiting > 0 && <p className={classes.none}>{t('standing.enough', { count: waiting })}</p>}
      {notUnderstood.length > 0 && (
        <p className={classes.none}>
          {t('standing.notUnderstood', { names: notUnderstood.join(', ') })}
        </p>
      )}
    </Card>
  );
}
