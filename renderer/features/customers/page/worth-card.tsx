import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { DerivationModal } from '#renderer/components/derivation/derivation-modal.tsx';
import {
  formulaSteps,
  formulaSum,
  yearsText,
} from '#renderer/components/derivation/worth-steps.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerWorth } from '#shared/contract/insights.ts';
import type { CustomerId } from '#shared/ids.ts';
import { Figure } from './figure.tsx';
import { historicSteps } from './historic-steps.ts';
import { NextProducts } from './next-products.tsx';
import { type CustomerOutlook, OutlookFigure } from './outlook-figure.tsx';
import classes from './worth-card.module.css';

function HistoricLine({ historic }: { readonly historic: CustomerWorth['historic'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { purchases, firstOn, lastOn } = historic;
  if (firstOn === null || lastOn === null) return null;
  if (purchases === 1) return t('customer.worth.historicOne', { on: format.date(firstOn) });
  const from = format.month(firstOn, true);
  const to = format.month(lastOn, true);
  return t('customer.worth.historicSpan', { count: purchases, from, to });
}

type Formula = NonNullable<CustomerWorth['formula']>;

function FormulaFoot({ formula }: { readonly formula: Formula }) {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <>
      {formula.marginPercent === null && <p>{t('customer.worth.noMargin')}</p>}
      {formula.keepingCostMinor === null && <p>{t('customer.worth.noKeeping')}</p>}
      <Button mt="sm" onClick={() => go('settings')}>
        {t('customer.worth.change')}
      </Button>
    </>
  );
}

interface HistoricProps {
  readonly customerId: CustomerId;
  readonly historic: CustomerWorth['historic'];
}

function HistoricFigure({ customerId, historic }: HistoricProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Figure
        title={t('customer.worth.historic')}
        amount={format.money(historic.revenueMinor)}
        onClick={() => setOpen(true)}
      >
        <HistoricLine historic={historic} />
      </Figure>
      <DerivationModal
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('customer.worth.historicTitle')}
        lead={t('customer.worth.historicLead')}
        steps={historicSteps(t, format, historic)}
        foot={<Link href={lists.sales.showing({ customerId })}>{t('customer.worth.sales')}</Link>}
      />
    </>
  );
}

function FormulaFigure({ formula }: { readonly formula: Formula }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const years = yearsText(format, formula);
  return (
    <>
      <Figure
        title={t('customer.worth.formula')}
        amount={format.computed(formula.valueMinor)}
        onClick={() => setOpen(true)}
      >
        {formulaSum(t, format, formula)}
        <br />
        {t(`customer.worth.source.${formula.yearsSource}`, { count: formula.yearsKept, years })}
      </Figure>
      <DerivationModal
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('customer.worth.formulaTitle')}
        lead={t('customer.worth.formulaLead')}
        steps={formulaSteps(t, format, formula)}
        foot={<FormulaFoot formula={formula} />}
      />
    </>
  );
}

interface Props {
  readonly customerId: CustomerId;
  readonly worth: CustomerWorth;
  /** Comes later than the rest: it may have to be made first. */
  readonly outlook?: CustomerOutlook | undefined;
  readonly next?: NextProducts | undefined;
}

/** What the customer is worth: figures apart, never added, each opening its derivation. */
export function WorthCard({ customerId, worth, outlook, next }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { historic, formula } = worth;
  if (historic.purchases === 0 && formula === null) {
    return (
      <Card title={t('customer.worth.title')}>
        <p className={classes.why}>
          {historic.returns === 0
            ? t('customer.worth.none')
            : t('customer.worth.returnsOnly', {
                count: historic.returns,
                amount: format.money(-historic.returnsMinor),
              })}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t('customer.worth.title')} padded={false}>
      <HistoricFigure customerId={customerId} historic={historic} />
      {formula !== null && <FormulaFigure formula={formula} />}
      {historic.purchases > 0 && outlook !== undefined && <OutlookFigure found={outlook} />}
      {historic.purchases > 0 && next !== undefined && <NextProducts found={next} />}
    </Card>
  );
}
