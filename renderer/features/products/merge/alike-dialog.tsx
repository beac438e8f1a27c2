import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import type { Output } from '#shared/contract/index.ts';
import classes from './merge.module.css';
import { MergeDialog } from './merge-dialog.tsx';

type Found = Output<'products.duplicates'>;
type Pair = Found['pairs'][number];

interface Props {
  readonly found: Found;
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

/** Pairs of products that may be one, each to be looked at before it is merged. */
export function AlikeDialog({ found, onClose }: Props) {
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
            <li key={`${one.kept.id} ${one.other.id}`}>
              <span className={classes.words}>
                <Side side={one.kept} />
                <Side side={one.other} />
                <span className={classes.quiet}>{t(`products.alike.reason.${one.reason}`)}</span>
              </span>
              <Button
                size="xs"
                aria-label={t('products.alike.compareOf', {
                  kept: one.kept.name,
                  other: one.other.name,
                })}
                onClick={() => setPair(one)}
              >
                {t('products.alike.compare')}
              </Button>
            </li>
          ))}
        </ul>
        {pairs.length < count && (
          <p className={classes.quiet}>{t('products.alike.cut', { shown: pairs.length, count })}</p>
        )}
      </div>
    </Dialog>
  );
}
