import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import record from '#renderer/components/record.module.css';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { Fact } from './fact.tsx';
import classes from './product-page.module.css';

type Product = Output<'products.get'>;

/** What was written down about it. */
export function FactsCard({ product }: { readonly product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts, spellings } = product;
  const none = <span className={classes.quiet}>{t('products.page.none')}</span>;
  const amount = (minor: number | null) => (minor === null ? none : format.money(minor));
  return (
    <Card title={t('products.page.details')}>
      <dl className={record.facts}>
        <Fact name={t('products.page.price')}>{amount(facts.priceMinor)}</Fact>
        <Fact name={t('products.page.cost')}>{amount(facts.costMinor)}</Fact>
        <Fact name={t('products.page.code')}>{facts.sku ?? none}</Fact>
        <Fact name={t('products.page.category')}>{facts.category ?? none}</Fact>
        <Fact name={t('products.page.unit')}>{facts.unit ?? none}</Fact>
        {spellings.length > 0 && (
          <Fact name={t('products.page.spellings')}>
            {spellings.map(({ name }) => name).join(', ')}
          </Fact>
        )}
      </dl>
    </Card>
  );
}

/** What is promised about it, and where that is changed. */
export function GuaranteeCard({ product }: { readonly product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts, policies } = product;
  return (
    <Card title={t('products.guarantee.title')}>
      {policies.length === 0 && <p className={classes.quiet}>{t('products.guarantee.none')}</p>}
      {policies.map(({ id, policy: { appliesFrom, months, days, covers } }) => (
        <p key={id} className={classes.policy}>
          <b>{lengthOf(months, days, format.language)}</b>
          {appliesFrom !== null &&
            `, ${t('products.guarantee.from', { date: format.date(appliesFrom, true) })}`}
          <br />
          <span className={classes.quiet}>{covers}</span>
        </p>
      ))}
      <p className={classes.note}>
        <Link href={lists.guarantee.showing({ search: facts.name })}>
          {t(policies.length === 0 ? 'products.guarantee.give' : 'products.guarantee.change')}
        </Link>
      </p>
    </Card>
  );
}

/** `12 bulan`, `3 bulan, 7 hari`. */
function lengthOf(months: number, days: number, language: string): string {
  const unit = (value: number, name: 'month' | 'day') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
      value,
    );
  const parts = [
    ...(months > 0 ? [unit(months, 'month')] : []),
    ...(days > 0 ? [unit(days, 'day')] : []),
  ];
  return parts.join(', ');
}
