import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import { ApartList } from './apart-list.tsx';
import classes from './merge.module.css';
import { MergeDialog } from './merge-dialog.tsx';

type Found = Output<'products.duplicates'>;
type Pair = Found['pairs'][number];

interface Props {
  readonly found: Found;
  readonly apart: Output<'products.apart'>;
  onClose(): void;
}

function Side({ side }: { readonly side: Pair['kept'] }) {
  const { t } = useTranslation();
  const { name, sku, lines } = side;
  return (
    <span>
      <b>{sku === null ? name : `${name} (${sku})`}</b>,{' '}
      {t('products.alike.lines', { count: lines })}
    </span>
  );
}

interface PairProps {
  readonly pair: Pair;
  onCompare(): void;
}

/** One pair, to be compared or told apart. */
function AlikePair({ pair, onCompare }: PairProps) {
  const { t } = useTranslation();
  const apart = useCommand('products.tellApart');
  const { kept, other, reason } = pair;
  const names = { kept: kept.name, other: other.name };
  return (
    <li>
      <span className={classes.words}>
        <Side side={kept} />
        <Side side={other} />
        <span className={classes.quiet}>{t(`products.alike.reason.${reason}`)}</span>
        {apart.error !== null && <ErrorState error={apart.error} />}
      </span>
      <Button
        size="xs"
        variant="subtle"
        loading={apart.isRunning}
        aria-label={t('products.alike.apartOf', names)}
        onClick={() => {
          const input = { productId: kept.id, otherId: other.id };
          void apart.run(input, t('products.alike.apartDone', names));
        }}
      >
        {t('products.alike.apart')}
      </Button>
      <Button size="xs" aria-label={t('products.alike.compareOf', names)} onClick={onCompare}>
        {t('products.alike.compare')}
      </Button>
    </li>
  );
}

/** Pairs of products that may be one, each to be looked at before it is merged. */
export function AlikeDialog({ found, apart, onClose }: Props) {
  const { t } = useTranslation();
  const [pair, setPair] = useState<Pair | null>(null);
  const { pairs, count } = found;
  if (pair !== null)
    return (
      <MergeDialog
        keptId={pair.kept.id}
        otherId={pair.other.id}
        onClose={() => setPair(null)}
        onMerged={() => setPair(null)}
      />
    );
  return (
    <Dialog onClose={onClose} title={t('products.alike.title')} size="lg">
      <div className={classes.body}>
        <p className={classes.quiet}>
          {t(count === 0 ? 'products.alike.none' : 'products.alike.lead')}
        </p>
        <ul className={classes.pairs}>
          {pairs.map((one) => (
            <AlikePair
              key={`${one.kept.id} ${one.other.id}`}
              pair={one}
              onCompare={() => setPair(one)}
            />
          ))}
        </ul>
        {pairs.length < count && (
          <p className={classes.quiet}>{t('products.alike.cut', { shown: pairs.length, count })}</p>
        )}
        <ApartList apart={apart} />
      </div>
    </Dialog>
  );
}
