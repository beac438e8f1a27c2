import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useClaim } from '#renderer/state/claim.ts';
import type { CustomerId } from '#shared/ids.ts';
import { CoverBadge } from './cover-badge.tsx';
import classes from './covered-lines.module.css';

const SHOWN = 4;

/** What the customer has with a guarantee, covered things first; nothing where there is none. */
export function CoveredLines({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const openClaim = useClaim((state) => state.openClaim);
  const { data, error } = useQuery('guarantee.ofCustomer', { customerId });
  if (error !== null) return <ErrorState error={error.error} />;
  const lines = (data ?? []).filter(({ endsOn }) => endsOn !== null);
  if (lines.length === 0) return null;
  const rest = lines.length - SHOWN;
  return (
    <Card title={t('guarantee.title')} count={lines.length} padded={false}>
      <ul className={classes.lines}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line.saleLineId} className={classes.line}>
            <span className={classes.words}>
              <span className={classes.product}>{line.product}</span>
              <CoverBadge endsOn={line.endsOn} daysLeft={line.daysLeft} isShort />
            </span>
            <Button
              size="xs"
              aria-label={t('guarantee.claimFor', { product: line.product })}
              onClick={() => openClaim(customerId, line.saleLineId)}
            >
              {t('guarantee.claim')}
            </Button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={classes.rest}>
          <Button size="xs" variant="subtle" onClick={() => openClaim(customerId)}>
            {t('guarantee.more', { count: rest })}
          </Button>
        </p>
      )}
    </Card>
  );
}
