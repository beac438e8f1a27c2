import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { nothingWords, reasonWords, trialWords } from '#renderer/components/next/next-words.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './worth-card.module.css';

export type NextProducts = Output<'insights.nextProduct'>;

/** Why this customer has nothing suggested. */
function noneWords(t: Translate, found: NextProducts): string {
  if (found.bought === 0) return t('customer.worth.next.unknown');
  return nothingWords(t, found) ?? t('customer.worth.next.none');
}

/** What this customer might want next, each with its reason, or why nothing is suggested. */
export function NextProducts({ found }: { readonly found: NextProducts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows } = found;
  const title = t('customer.worth.next.title');
  if (rows.length === 0)
    return (
      <p className={classes.thinly}>
        <b>{title}</b> {noneWords(t, found)}.
      </p>
    );
  return (
    <section className={classes.next} aria-label={title}>
      <b>{title}</b>
      <ul>
        {rows.map(({ to, reason }) => (
          <li key={to.id}>
            <Link href={addressOf({ product: to.id })}>{to.name}</Link>
            {`: ${t(`insights.next.${reason.kind}`)}. ${reasonWords(t, reason)}`}
          </li>
        ))}
      </ul>
      <p>{trialWords(t, format, found)}</p>
    </section>
  );
}
