import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { usePeriodName } from '#renderer/components/locked/use-period-name.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { PackRow } from '#shared/contract/accountant/periods.ts';
import classes from './periods.module.css';

/** What can be asked of a pack. */
export type PackStep = 'changes' | 'handOver' | 'unlock';

/** How the period's sums differ from the pack's: what was sold, and what of it is owed. */
function Difference({ pack }: { readonly pack: PackRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { revenueMinor, owedMinor } = pack.since;
  return (
    <>
      {revenueMinor === 0 ? format.number(0) : <Money minor={revenueMinor} />}
      {owedMinor !== 0 && (
        <span className={classes.sub}>
          {t('period.packs.owed', { amount: format.money(owedMinor) })}
        </span>
      )}
    </>
  );
}

function Since({ pack }: { readonly pack: PackRow }) {
  const { t } = useTranslation();
  const { changes } = pack.since;
  if (changes === 0) return <StatusBadge kind="good">{t('period.packs.unchanged')}</StatusBadge>;
  return <StatusBadge kind="due">{t('period.packs.changes', { count: changes })}</StatusBadge>;
}

/** Whether the period is locked, by itself or with a longer one; and what was unlocked before. */
function Lock({ pack }: { readonly pack: PackRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { lock, unlocked } = pack;
  const isOwn = lock !== null && lock.from === pack.from && lock.to === pack.to;
  return (
    <>
      {lock === null ? (
        <StatusBadge kind="waiting">
          {pack.to < format.today ? t('period.packs.free') : t('period.packs.running')}
        </StatusBadge>
      ) : (
        <span className={classes.locked}>
          <IconLock size={14} stroke={1.75} aria-hidden="true" />
          {isOwn
            ? t('period.packs.locked', { date: format.date(format.dayOf(lock.lockedAt), true) })
            : t('period.packs.lockedWith', { period: nameOf(lock) })}
        </span>
      )}
      {unlocked.map(({ at, reason }) => (
        <span key={at} className={classes.sub}>
          {t('period.packs.unlocked', { date: format.date(format.dayOf(at), true), reason })}
        </span>
      ))}
    </>
  );
}

interface Props {
  readonly pack: PackRow;
  onAsk(step: PackStep): void;
}

function Actions({ pack, onAsk }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const period = usePeriodName()(pack);
  const { run, isRunning } = useCommand('accountant.openFolder');
  const { sayError } = useUndo();
  const open = async () => {
    const result = await run({ path: pack.folder });
    if (!result.ok) sayError(result.error);
  };
  const { lock, since } = pack;
  const isOwn = lock?.from === pack.from && lock.to === pack.to;
  const steps: PackStep[] = [
    ...(since.changes > 0 ? (['changes'] as const) : []),
    ...(lock === null && pack.to < today ? (['handOver'] as const) : []),
    ...(isOwn ? (['unlock'] as const) : []),
  ];
  return (
    <span className={classes.actions}>
      <Button
        size="xs"
        aria-label={t('period.packs.openOf', { period })}
        loading={isRunning}
        onClick={() => void open()}
      >
        {t('period.packs.open')}
      </Button>
      {steps.map((step) => (
        <Button
          key={step}
          size="xs"
          aria-label={t(`period.packs.${step}Of`, { period })}
          onClick={() => onAsk(step)}
        >
          {step === 'changes' ? t('period.packs.see') : t(`period.packs.${step}`)}
        </Button>
      ))}
    </span>
  );
}

/** The newest pack of a period. */
export function PackTableRow({ pack, onAsk }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePeriodName();
  return (
    <tr>
      <th scope="row">
        {nameOf(pack)}
        {pack.made > 1 && (
          <span className={classes.sub}>{t('period.packs.times', { count: pack.made })}</span>
        )}
      </th>
      <td>
        <DateText iso={format.dayOf(pack.madeAt)} short />
      </td>
      <td className={classes.n}>
        <Money minor={pack.sums.revenueMinor} />
      </td>
      <td className={classes.n}>
        <Difference pack={pack} />
      </td>
      <td>
        <Since pack={pack} />
      </td>
      <td>
        <Lock pack={pack} />
      </td>
      <td>
        <Actions pack={pack} onAsk={onAsk} />
      </td>
    </tr>
  );
}
