import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintPage } from '#shared/contract/complaint-page.ts';
import { layer } from '#shared/contract/customers.ts';
import classes from './cards.module.css';

interface Props {
  readonly page: ComplaintPage;
}

function Line({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.line}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who complains, what they are worth to the shop, and what they went through before. */
export function CustomerCard({ page }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { activeMonths } = useSettings().settings;
  const { customer } = page;
  if (customer === null) return null;
  const name = customer.name === '' ? t('customers.noName') : customer.name;
  const address = addressOf({ customer: customer.id });
  const level = layer.safeParse(customer.layer);
  const count = customer.earlierComplaints;
  const earlier =
    count === 0
      ? t('complaint.customer.none')
      : customer.boughtAfterLast === null
        ? format.number(count)
        : customer.boughtAfterLast
          ? t('complaint.customer.thenBought', { count })
          : t('complaint.customer.notBought', { count });
  const money = (minor: number) => (
    <Link href={address} className={classes.figure}>
      {format.money(minor)}
    </Link>
  );
  return (
    <Card
      title={
        <Link href={address} className={classes.plain}>
          {name}
        </Link>
      }
      count={level.success ? <LayerSign layer={level.data} /> : undefined}
    >
      <dl>
        {customer.phone !== null && (
          <Line name={t('complaint.customer.phone')}>
            {customer.phone.startsWith('+') ? format.phone(customer.phone) : customer.phone}
          </Line>
        )}
        <Line name={t('complaint.customer.revenue', { months: activeMonths })}>
          {money(customer.activeRevenueMinor)}
        </Line>
        <Line name={t('complaint.customer.total')}>{money(customer.revenueMinor)}</Line>
        {customer.compensationCostMinor > 0 && (
          <Line name={t('complaint.customer.compensation')}>
            {money(customer.compensationCostMinor)}
          </Line>
        )}
        <Line name={t('complaint.customer.earlier')}>
          {count === 0 ? (
            earlier
          ) : (
            <Link
              className={classes.figure}
              href={lists.complaints.showing({ customerId: customer.id })}
            >
              {earlier}
            </Link>
          )}
        </Line>
      </dl>
    </Card>
  );
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

/** What it is about: the sale, the product, the claim or the review it began with. */
export function SaleCard({ page }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sale, product, claim, review, customer } = page;
  const { handledBy } = page.facts;
  if ([sale, product, claim, review, handledBy].every((one) => one === null)) return null;
  const saleName =
    sale === null || sale.number === null
      ? t('complaint.sale.noNumber')
      : t('complaint.sale.sale', { number: sale.number });
  return (
    <Card title={t('complaint.sale.title')}>
      <dl>
        {sale !== null && (
          <>
            <Line
              name={
                customer === null ? (
                  saleName
                ) : (
                  <Link href={addressOf({ customer: customer.id })}>{saleName}</Link>
                )
              }
            >
              {format.date(sale.soldOn, true)}
            </Line>
            <Line name={t('complaint.sale.total')}>{format.money(sale.totalMinor)}</Line>
          </>
        )}
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
        {handledBy !== null && <Line name={t('complaint.sale.handledBy')}>{handledBy}</Line>}
      </dl>
    </Card>
  );
}

type Brief = ComplaintPage['cameBackAs'][number];

function BriefLine({ brief }: { readonly brief: Brief }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = brief.customerName === '' ? t('customers.noName') : brief.customerName;
  return (
    <Line name={<Link href={addressOf({ complaint: brief.id })}>{name ?? brief.number}</Link>}>
      {format.date(brief.receivedOn, true)}
    </Line>
  );
}

/** Others with the same cause: the alarm before the customer raises it. */
export function SameCauseCard({ page }: Props) {
  const { t } = useTranslation();
  const { sameCause, cause, isActionRequired, cameBackFrom, cameBackAs } = page;
  const { count, days, others } = sameCause;
  if (cause === null) return null;
  const hasAction = others.some((one) => one.hasAction);
  return (
    <Card
      title={t('complaint.same.title')}
      actions={
        count > 1 ? (
          <StatusBadge kind={isActionRequired ? 'wrong' : 'due'}>
            {t('complaint.same.count', { count, days })}
          </StatusBadge>
        ) : undefined
      }
    >
      <dl>
        {cameBackFrom !== null && (
          <>
            <dt className={classes.sub}>{t('complaint.check.cameBackFrom')}</dt>
            <BriefLine brief={cameBackFrom} />
          </>
        )}
        {cameBackAs.length > 0 && (
          <dt className={classes.sub}>{t('complaint.check.cameBackAs')}</dt>
        )}
        {cameBackAs.map((brief) => (
          <BriefLine key={brief.id} brief={brief} />
        ))}
        {others.map((brief) => (
          <BriefLine key={brief.id} brief={brief} />
        ))}
      </dl>
      <p className={classes.note}>
        {others.length === 0
          ? t('complaint.same.first', { count: days, days })
          : hasAction
            ? t('complaint.same.someHaveAction')
            : t('complaint.same.noneHasAction')}{' '}
        {others.length > 0 && (
          <Link href={lists.complaints.showing({ cause })}>{t('complaint.same.show')}</Link>
        )}
      </p>
    </Card>
  );
}
