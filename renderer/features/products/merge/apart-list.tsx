import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './merge.module.css';

/** Pairs that were said not to be the same, each to be offered again. */
export function ApartList({ apart }: { readonly apart: Output<'products.apart'> }) {
  const { t } = useTranslation();
  const again = useCommand('products.offerAgain');
  const { pairs, count } = apart;
  if (count === 0) return null;
  return (
    <section className={classes.body} aria-label={t('products.apart.title')}>
      <h3>{t('products.apart.title')}</h3>
      {again.error !== null && <ErrorState error={again.error} />}
      <ul className={classes.pairs}>
        {pairs.map(({ id, product, other }) => {
          const names = { one: product.name, other: other.name };
          return (
            <li key={id}>
              <span className={classes.words}>{t('products.apart.pair', names)}</span>
              <Button
                size="xs"
                aria-label={t('products.apart.againOf', names)}
                onClick={() => void again.run({ id }, t('products.apart.againDone', names))}
              >
                {t('products.apart.again')}
              </Button>
            </li>
          );
        })}
      </ul>
      {pairs.length < count && (
        <p className={classes.quiet}>{t('products.apart.cut', { shown: pairs.length, count })}</p>
      )}
    </section>
  );
}
