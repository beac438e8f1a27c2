import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Reward } from '#shared/contract/referrals/referrals.ts';
import classes from './referrals.module.css';

/** `Rp 50.000, coffee`: the amount, the words, or both. */
export function rewardWords(format: Format, { amountMinor, what }: Reward): string {
  const amount = amountMinor === null ? [] : [format.money(amountMinor)];
  return [...amount, ...(what === '' ? [] : [what])].join(', ');
}

function called(t: Translate, name: string): string {
  return name === '' ? t('customers.noName') : name;
}

/** For what: for having come, or for whom they brought. */
function Why({ reward }: { readonly reward: Reward }) {
  const { t } = useTranslation();
  const { customerId, aboutId, aboutName } = reward;
  if (customerId === aboutId) return t('referrals.reward.forComing');
  return t('referrals.reward.forBringing', { name: called(t, aboutName) });
}

interface LineProps {
  readonly reward: Reward;
  /** A command is on its way. */
  readonly isBusy: boolean;
  onGive(givenOn: string | null): void;
  onDrop(): void;
}

function Line({ reward, isBusy, onGive, onDrop }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customerId, name, notedOn, givenOn } = reward;
  const what = rewardWords(format, reward);
  const said = { name: called(t, name), what };
  return (
    <li>
      <span className={classes.what}>
        <span>
          <Link href={addressOf({ customer: customerId })}>{called(t, name)}</Link>: <b>{what}</b>
        </span>
        <small>
          <Why reward={reward} />
        </small>
        <StatusBadge kind={givenOn === null ? 'waiting' : 'good'}>
          {givenOn === null
            ? t('referrals.reward.owedSince', { date: format.date(notedOn) })
            : t('referrals.reward.givenAt', { date: format.date(givenOn) })}
        </StatusBadge>
      </span>
      <span className={classes.acts}>
        <Button
          size="xs"
          disabled={isBusy}
          aria-label={t(
            givenOn === null ? 'referrals.reward.giveOf' : 'referrals.reward.oweOf',
            said,
          )}
          onClick={() => onGive(givenOn === null ? format.today : null)}
        >
          {t(givenOn === null ? 'referrals.reward.give' : 'referrals.reward.owe')}
        </Button>
        <ActionIcon
          disabled={isBusy}
          aria-label={t('referrals.reward.dropOf', said)}
          onClick={onDrop}
        >
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </span>
    </li>
  );
}

/** Rewards, each with what it is for and whether it is owed, to be given here. */
export function RewardList({ rows }: { readonly rows: readonly Reward[] }) {
  const { t } = useTranslation();
  const give = useCommand('referrals.giveReward');
  const drop = useCommand('referrals.dropReward');
  const error = give.error ?? drop.error;
  return (
    <>
      <ul className={classes.rewards} aria-label={t('referrals.reward.list')}>
        {rows.map((reward) => (
          <Line
            key={reward.id}
            reward={reward}
            isBusy={give.isRunning || drop.isRunning}
            onGive={(givenOn) =>
              void give.run(
                { id: reward.id, givenOn },
                t(givenOn === null ? 'referrals.reward.owedAgain' : 'referrals.reward.isGiven'),
              )
            }
            onDrop={() => void drop.run({ id: reward.id }, t('referrals.reward.dropped'))}
          />
        ))}
      </ul>
      {error !== null && <ErrorState error={error} />}
    </>
  );
}
