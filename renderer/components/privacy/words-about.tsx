import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './privacy.module.css';

interface Props {
  /** Null: it is about nobody who is known. */
  readonly customerId: CustomerId | null;
  /** What takes the words down. */
  readonly children: ReactNode;
}

/** A field for free words about a customer: of who was erased none are kept, so it is not there, and that is said. */
export function WordsAbout({ customerId, children }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(
    'customers.get',
    { id: customerId as CustomerId },
    { enabled: customerId !== null },
  );
  const isErased = customerId !== null && data !== undefined && data.erasedAt !== null;
  return isErased ? <p className={classes.note}>{t('privacy.erased.noWords')}</p> : children;
}
