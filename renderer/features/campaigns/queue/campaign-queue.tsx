import { Button, Kbd, Skeleton, Textarea } from '@mantine/core';
import {
  IconBan,
  IconBrandWhatsapp,
  IconCheck,
  IconMail,
  IconMessage,
  IconPhone,
  IconPhoneOff,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CampaignMember, CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import type { Output } from '#shared/contract/index.ts';
import {
  type CampaignChannel,
  isNumber,
  isPaced,
  type StandingChannel,
  type Turn as TurnEnd,
} from '#shared/domain/vocabulary/campaigns.ts';
import classes from '../campaigns.module.css';
import { LengthNote } from '../length-note.tsx';
import { useQueue } from './use-queue.ts';

type Next = Output<'campaigns.next'>;

const icons = {
  whatsapp: IconBrandWhatsapp,
  sms: IconMessage,
  email: IconMail,
  call: IconPhone,
} as const;

const turns = [
  ['sent', '2', IconCheck],
  ['skipped', '3', IconPlayerSkipForward],
  ['unreachable', '4', IconPhoneOff],
  ['refused', '5', IconBan],
] as const;

interface TurnProps {
  readonly row: CampaignRow;
  readonly member: CampaignMember;
}

type Queue = ReturnType<typeof useQueue>;

function OpenButton({
  channel,
  queue,
}: {
  readonly channel: StandingChannel;
  readonly queue: Queue;
}) {
  const { t } = useTranslation();
  const Icon = icons[channel];
  return (
    <Button
      variant={queue.isOpened ? 'default' : 'filled'}
      disabled={queue.text.trim() === '' && channel !== 'call'}
      leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={<Kbd size="xs">1</Kbd>}
      onClick={() => void queue.open()}
    >
      {t(`campaigns.queue.open.${channel}`)}
    </Button>
  );
}

/** What some turns are called where it is a call. */
const called: Readonly<Partial<Record<TurnEnd, 'spoke' | 'refusedCall'>>> = {
  sent: 'spoke',
  refused: 'refusedCall',
};

/** One button for each thing that can be done, each with its key. */
function Acts({ row, queue }: { readonly row: CampaignRow; readonly queue: Queue }) {
  const { t } = useTranslation();
  const { channel } = row.facts;
  return (
    <div className={classes.turns}>
      {channel !== 'letter' && <OpenButton channel={channel} queue={queue} />}
      {turns.map(([to, key, TurnIcon]) => (
        <Button
          key={to}
          variant={to === 'sent' && queue.isOpened ? 'filled' : 'default'}
          leftSection={<TurnIcon size={16} stroke={1.75} aria-hidden="true" />}
          rightSection={<Kbd size="xs">{key}</Kbd>}
          onClick={() => void queue.turn(to)}
        >
          {t(`campaigns.queue.${(channel === 'call' && called[to]) || to}`)}
        </Button>
      ))}
    </div>
  );
}

/** What is said to them; of a letter it is read here and printed as it is. */
function Message({ channel, queue }: { readonly channel: CampaignChannel; readonly queue: Queue }) {
  const { t } = useTranslation();
  if (channel === 'letter') return <p className={classes.preview}>{queue.text}</p>;
  return (
    <>
      <Textarea
        label={t(`campaigns.text.${channel}`)}
        autosize
        minRows={4}
        maxRows={10}
        maxLength={4000}
        value={queue.text}
        onChange={(event) => queue.setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <LengthNote channel={channel} text={queue.text} />
    </>
  );
}

/** Whose turn it is: who they are, what goes to them, what to do. */
function Turn({ row, member }: TurnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const queue = useQueue({ row, member });
  const { channel } = row.facts;
  const { lastPurchaseOn, lastProduct, reach } = member;
  const last = lastPurchaseOn === null ? null : format.date(lastPurchaseOn);
  return (
    <>
      <p className={classes.title}>
        <Link href={addressOf({ customer: member.customerId })}>
          <b>{queue.name}</b>
        </Link>
        <span>{isNumber(channel) ? format.phone(reach) : reach}</span>
      </p>
      <p className={classes.quiet}>
        {last === null
          ? t('campaigns.queue.neverBought')
          : lastProduct === null
            ? t('campaigns.queue.lastBought', { date: last })
            : t('campaigns.queue.lastProduct', { date: last, product: lastProduct })}
      </p>
      <Message channel={channel} queue={queue} />
      {queue.isGapped && (
        <p>
          <StatusBadge kind="wrong">{t('campaigns.queue.gap')}</StatusBadge>
        </p>
      )}
      <Acts row={row} queue={queue} />
      <p className={classes.quiet}>
        {t(channel === 'letter' ? 'campaigns.queue.letterKeys' : 'campaigns.queue.keys')}
      </p>
    </>
  );
}

/** Why nobody has a turn now, and what to do. */
function Nobody({ next, row }: { readonly next: Next; readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const { why, today } = next;
  const { standing } = row;
  if (why === 'limit')
    return <p role="status">{t('campaigns.queue.limit', { count: today.limit })}</p>;
  if (why === 'end')
    return <p role="status">{t('campaigns.queue.end', { count: standing.waiting })}</p>;
  return (
    <p role="status">
      {t(row.state === 'paused' ? 'campaigns.queue.paused' : 'campaigns.queue.done')}
    </p>
  );
}

/** The queue of a campaign: one after the other. */
export function CampaignQueue({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(
    'campaigns.next',
    { id: row.id },
    { keepPrevious: true },
  );
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  const { member, today } = data;
  const pace = { sent: format.number(today.sent), limit: format.number(today.limit) };
  return (
    <Card
      title={t('campaigns.queue.title')}
      count={t('campaigns.queue.left', { count: row.standing.waiting })}
      actions={
        isPaced(row.facts.channel) && (
          <span className={classes.quiet}>{t('campaigns.queue.today', pace)}</span>
        )
      }
      ruled
    >
      <div className={classes.turn}>
        {member === null ? (
          <Nobody next={data} row={row} />
        ) : (
          <Turn key={member.memberId} row={row} member={member} />
        )}
      </div>
    </Card>
  );
}
