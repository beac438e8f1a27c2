import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import classes from '../loyalty.module.css';
import { TierDialog } from './tier-dialog.tsx';

type Tier = Output<'loyalty.tiers'>['rows'][number];

interface LineProps {
  readonly tier: Tier;
  onChange(): void;
}

/** What reaches a level and what it gives, who is in it, and the ways to change it. */
function Line({ tier, onChange }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning } = useCommand('loyalty.removeTier');
  const { sayError } = useUndo();
  const { id, name, reachedBy, atLeast, gives, people } = tier;
  const reached =
    reachedBy === 'points'
      ? t('loyalty.tiers.byPoints', { count: atLeast })
      : t('loyalty.tiers.byMoney', { money: format.money(atLeast) });
  const remove = async () => {
    const done = await run({ id }, t('loyalty.tiers.removed', { name }));
    if (!done.ok) sayError(done.error);
  };
  return (
    <li className={classes.tier}>
      <span>
        <b>{name}</b>
        <span className={classes.said}>{reached}</span>
        {gives !== '' && <span className={classes.said}>{gives}</span>}
      </span>
      {people === 0 ? (
        <span className={classes.quiet}>{t('loyalty.tiers.nobody')}</span>
      ) : (
        <Link href={lists.customers.showing({ tiers: [id] })}>
          {t('loyalty.tiers.people', { count: people })}
        </Link>
      )}
      <span className={classes.acts}>
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('loyalty.tiers.changeOne', { name })}
          onClick={onChange}
        >
          {t('loyalty.tiers.change')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          disabled={isRunning}
          aria-label={t('loyalty.tiers.removeOne', { name })}
          onClick={() => void remove()}
        >
          {t('loyalty.tiers.remove')}
        </Button>
      </span>
    </li>
  );
}

/** The levels, the lowest first, and a way to another one. */
export function TiersCard() {
  const { t } = useTranslation();
  const { data } = useQuery('loyalty.tiers', {}, { keepPrevious: true });
  const [open, setOpen] = useState<Tier | 'new' | null>(null);
  if (data === undefined) return null;
  const { rows } = data;
  const tier = open === 'new' ? null : open;
  return (
    <Card title={t('loyalty.tiers.title')} ruled>
      <p className={classes.lead}>{t(`loyalty.tiers.${rows.length === 0 ? 'none' : 'lead'}`)}</p>
      <ul className={classes.rules}>
        {rows.map((row) => (
          <Line key={row.id} tier={row} onChange={() => setOpen(row)} />
        ))}
      </ul>
      <p className={classes.acts}>
        <Button onClick={() => setOpen('new')}>{t('loyalty.tiers.add')}</Button>
      </p>
      {open !== null && (
        <TierDialog
          tier={tier}
          others={rows.filter((row) => row !== tier)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}
