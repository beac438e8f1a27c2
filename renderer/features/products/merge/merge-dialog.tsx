import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProductField } from '#renderer/components/product-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ProductId } from '#shared/ids.ts';
import { type Compared, CompareTable, rowsOf } from './compare-table.tsx';
import classes from './merge.module.css';

interface Pair {
  readonly keptId: ProductId;
  readonly otherId: ProductId;
}

/** What merging will do, in sentences. */
function useConsequences(): (compared: Compared) => readonly string[] {
  const { t } = useTranslation();
  const { language } = useFormat();
  return ({ kept, other, takesOver, policiesGivingWay }) => {
    const names = { kept: kept.facts.name, other: other.facts.name };
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const what = list.format(takesOver.map((field) => t(`products.merge.field.${field}`)));
    const moving = rowsOf(other) - policiesGivingWay;
    return [
      moving === 0
        ? t('products.merge.movesNothing', names)
        : t('products.merge.moves', { count: moving, ...names }),
      ...(takesOver.length === 0 ? [] : [t('products.merge.takesOver', { ...names, what })]),
      ...(policiesGivingWay === 0
        ? []
        : [t('products.merge.givingWay', { count: policiesGivingWay, ...names })]),
    ];
  };
}

interface MergeProps {
  readonly pair: Pair;
  onSwap(): void;
  onClose(): void;
  onMerged(keptId: ProductId): void;
}

/** The two side by side, what merging does, and the ways out. */
function Merge({ pair, onSwap, onClose, onMerged }: MergeProps) {
  const { t } = useTranslation();
  const consequences = useConsequences();
  const { data, error } = useQuery('products.compare', pair, { keepPrevious: true });
  const merge = useCommand('products.merge');
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return null;
  const { kept, other } = data;
  const run = async () => {
    const names = { kept: kept.facts.name, other: other.facts.name };
    const result = await merge.run(pair, t('products.merge.done', names));
    if (result.ok) onMerged(pair.keptId);
  };
  return (
    <>
      <CompareTable compared={data} />
      {consequences(data).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {merge.error !== null && <ErrorState error={merge.error} />}
      <div className={classes.foot}>
        <Button
          leftSection={<IconArrowsExchange size={16} stroke={1.75} aria-hidden="true" />}
          onClick={onSwap}
        >
          {t('products.merge.swap')}
        </Button>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button variant="filled" loading={merge.isRunning} onClick={() => void run()}>
          {t('products.merge.save')}
        </Button>
      </div>
    </>
  );
}

interface Props {
  readonly keptId: ProductId;
  /** Null: still to be chosen. */
  readonly otherId: ProductId | null;
  onClose(): void;
  onMerged(keptId: ProductId): void;
}

/** Two spellings of one product become one. */
export function MergeDialog({ keptId, otherId, onClose, onMerged }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ProductId | null>(otherId);
  const [isSwapped, setSwapped] = useState(false);
  const isPair = chosen !== null && chosen !== keptId;
  return (
    <Dialog onClose={onClose} title={t('products.merge.title')} size="lg">
      <div className={classes.body}>
        <p className={classes.quiet}>{t('products.merge.lead')}</p>
        {otherId === null && (
          <ProductField
            label={t('products.merge.with')}
            value={chosen}
            name={null}
            isInside
            onChange={(id) => setChosen(id)}
          />
        )}
        {chosen === keptId && <p role="alert">{t('problem.merges-self')}</p>}
        {isPair && (
          <Merge
            pair={isSwapped ? { keptId: chosen, otherId: keptId } : { keptId, otherId: chosen }}
            onSwap={() => setSwapped(!isSwapped)}
            onClose={onClose}
            onMerged={onMerged}
          />
        )}
      </div>
    </Dialog>
  );
}
