import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import classes from './cards.module.css';
import { Line } from './line.tsx';

interface Props {
  readonly page: ComplaintPage;
}

/** Complaints per 100 sold, against what is usual for the product. */
function Per100({ product }: { readonly product: NonNullable<ComplaintPage['product']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { per100, usualPer100 } = product;
  if (per100 === null) return t('complaint.sale.tooFew');
  const now = format.number(per100, 1);
  if (usualPer100 === null) return t('complaint.sale.onlyNow', { now });
  const isMore = per100 > usualPer100;
  return (
    <StatusBadge
      kind={isMore ? (usualPer100 > 0 && per100 > usualPer100 * 2 ? 'wrong' : 'due') : 'good'}
    >
      {t('complaint.sale.usual', { now, usual: format.number(usualPer100, 1) })}
    </StatusBadge>
  );
}

/** The sale and what it came to. */
function SaleLines({ page }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sale } = page;
  if (sale === null) return null;
  const { number } = sale;
  const name =
    number === null ? t('complaint.sale.noNumber') : t('complaint.sale.sale', { number });
  return (
    <>
      <Line name={<Link href={addressOf({ sale: sale.id })}>{name}</Link>}>
        {format.date(sale.soldOn, true)}
      </Line>
      <Line name={t('complaint.sale.total')}>{format.money(sale.totalMinor)}</Line>
    </>
  );
}

/** What it is about: the sale, the product, the claim, the review or the survey it began with. */
export function SaleCard({ page }: Props) {
  const { t } = useTranslation();
  const { sale, product, claim, review, survey } = page;
  const { handledBy } = page.facts;
  if ([sale, product, claim, review, survey, handledBy].every((one) => one === null)) return null;
  return (
    <Card title={t('complaint.sale.title')}>
      <dl>
        <SaleLines page={page} />
        {product !== null && (
          <>
            <Line name={t('complaint.new.product')}>
              <Link
                className={classes.figure}
                href={lists.complaints.showing({ productId: product.id })}
              >
                {product.name}
              </Link>
            </Line>
            <Line name={t('complaint.sale.per100')}>
              <Per100 product={product} />
            </Line>
          </>
        )}
        {claim !== null && <Line name={t('complaint.sale.claim')}>{claim.number}</Line>}
        {review !== null && <Line name={t('complaint.sale.review')}>{review.platform}</Line>}
        {survey !== null && (
          <Line name={t('complaint.sale.survey')}>
            <Link href={addressOf({ survey: survey.id })}>{survey.name}</Link>
          </Line>
        )}
        {handledBy !== null && <Line name={t('complaint.sale.handledBy')}>{handledBy}</Line>}
      </dl>
    </Card>
  );
}
