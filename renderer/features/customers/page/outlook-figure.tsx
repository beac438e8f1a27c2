import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import {
  DerivationModal,
  type DerivationStep,
} from '#renderer/components/derivation/derivation-modal.tsx';
import {
  basisWords,
  chanceWords,
  rangeWords,
  thinWords,
} from '#renderer/components/predicted/predicted-words.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { Figure } from './figure.tsx';
import classes from './worth-card.module.css';

export type CustomerOutlook = Output<'insights.outlook'>;
type Outlook = NonNullable<CustomerOutlook['outlook']>;
type MoneyRange = Outlook['money'];

/** What the estimate is made of, step by step. */
export function outlookSteps(
  t: Translate,
  format: Format,
  { outlook, months, customers }: { outlook: Outlook; months: number; customers: number },
): DerivationStep[] {
  const { chance, purchases, money, rank, discounted } = outlook;
  const { mean, low, high } = rangeWords(format, money);
  const { twelveMonths, thirtySixMonths } = discounted;
  const asToday = (label: string, value: MoneyRange): DerivationStep => {
    const words = rangeWords(format, value);
    return { label, result: words.mean, note: t('customer.worth.between', words) };
  };
  const steps: DerivationStep[] = [
    { label: t('customer.worth.chance'), result: chanceWords(t, chance) },
    {
      label: t('customer.worth.purchasesAhead', { count: months }),
      result: format.number(purchases.mean, purchases.mean < 10 ? 1 : 0),
      note: t('customer.worth.between', {
        low: format.number(purchases.low),
        high: format.number(purchases.high),
      }),
    },
    {
      label: t('customer.worth.moneyAhead', { count: months }),
      result: mean,
      note: t('customer.worth.between', { low, high }),
      isTotal: true,
    },
    {
      label: t('customer.worth.rank'),
      result: t('customer.worth.rankOf', { rank, of: customers }),
    },
  ];
  if (twelveMonths !== null) steps.push(asToday(t('customer.worth.today12'), twelveMonths));
  if (thirtySixMonths !== null) steps.push(asToday(t('customer.worth.today36'), thirtySixMonths));
  return steps;
}

interface Props {
  readonly found: CustomerOutlook;
  readonly basis: Extract<CustomerOutlook['basis'], { kind: 'predicted' }>;
  readonly outlook: Outlook;
}

function Predicted({ found, basis, outlook }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { customers, through } = found;
  const { mean, low, high } = rangeWords(format, outlook.money);
  const count = basis.months;
  return (
    <>
      <Figure title={t('customer.worth.predicted')} amount={mean} onClick={() => setOpen(true)}>
        {t('customer.worth.chanceSoon', { chance: chanceWords(t, outlook.chance) })}
        <br />
        {t('customer.worth.rangeAhead', { count, low, high })}
        <br />
        {t('customer.worth.rankOf', { rank: outlook.rank, of: customers })}
      </Figure>
      <DerivationModal
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('customer.worth.predictedTitle')}
        lead={t('customer.worth.predictedLead', { date: format.date(through) })}
        steps={outlookSteps(t, format, { outlook, months: count, customers })}
        foot={basisWords(t, basis, customers).map((sentence) => <p key={sentence}>{sentence}</p>)}
      />
    </>
  );
}

/** What is still expected of one customer, with its range, or why nothing can be said. */
export function OutlookFigure({ found }: { readonly found: CustomerOutlook }) {
  const { t } = useTranslation();
  const { basis, outlook, customers } = found;
  if (basis.kind === 'predicted')
    return outlook === null ? null : <Predicted found={found} basis={basis} outlook={outlook} />;
  return (
    <p className={classes.thinly}>
      <b>{t('customer.worth.predicted')}</b> {thinWords(t, basis, customers)}.
    </p>
  );
}
