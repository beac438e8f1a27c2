import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { CellLink } from '#renderer/components/chart/data-table.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import type { SaleFilter } from '#shared/contract/sales.ts';
import { useIsThen } from './use-looked-from.ts';
import { useWho } from './use-who.ts';

interface WhoProps {
  readonly count: number;
  readonly filter: Partial<CustomerFilter>;
  /** What stands there instead of the count, such as its share. */
  readonly text?: string;
}

/** How many customers, opening just those; only the figure where there are none, or of a day before. */
export function WhoCell({ count, filter, text }: WhoProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  const isThen = useIsThen();
  const shown = text ?? format.number(count);
  if (isThen || count === 0) return shown;
  return (
    <CellLink label={t('insights.whoOf', { what: shown })} onClick={() => showWho(filter)}>
      {shown}
    </CellLink>
  );
}

interface SalesProps {
  /** What stands there: a count, or an amount. */
  readonly text: string;
  readonly filter: Partial<SaleFilter>;
}

/** A figure that opens the sales it is made of. */
export function SalesCell({ text, filter }: SalesProps) {
  const { t } = useTranslation();
  return (
    <Link href={lists.sales.showing(filter)} aria-label={t('insights.salesOf', { what: text })}>
      {text}
    </Link>
  );
}
