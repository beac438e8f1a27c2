import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { formulaSum } from '#renderer/components/derivation/worth-steps.ts';
import { KeepingCostField, MarginField } from '#renderer/components/fields/worth-fields.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { CustomerDerivation } from './customer-derivation.tsx';
import classes from './insights.module.css';
import { SeeWho } from './see-who.tsx';
import { useIsThen } from './use-looked-from.ts';
import type { Worth } from './worth-chart.ts';

type Assumption = Worth['assumption'];

function lengthText(t: Translate, format: Format, years: number | null): string {
  return years === null
    ? t('insights.formula.ownHistory')
    : t('insights.formula.years', { count: years, years: format.number(years, 2) });
}

/** The formula in one line with the figures it is reckoned with. */
export function formulaFinding(t: Translate, format: Format, assumption: Assumption): string {
  const { years, marginPercent, keepingCostMinor } = assumption;
  const parts = [t('insights.formula.base', { length: lengthText(t, format, years) })];
  if (marginPercent !== null) {
    const percent = format.percent(marginPercent / 100, 2);
    parts.push(t('insights.formula.margin', { percent }));
  }
  if (keepingCostMinor !== null) {
    parts.push(t('insights.formula.less', { amount: format.money(keepingCostMinor) }));
  }
  return parts.join(' ');
}

/** Why it is that many years. */
export function lengthReason(t: Translate, assumption: Assumption): string {
  const { source, basedOn, setting } = assumption;
  if (source === 'average') return t('insights.formula.fromAverage', { count: basedOn });
  if (source === 'own') return t('insights.formula.fromOwn');
  return setting.kind === 'average'
    ? t('insights.formula.fromTooFew')
    : t('insights.formula.fromHistory');
}

function Example({ customer }: { readonly customer: Worth['top'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery('insights.customerWorth', { customerId: customer.id });
  const formula = data?.formula ?? null;
  if (data === undefined) return <Skeleton h="3rem" radius="md" />;
  if (formula === null) return null;
  const name = customer.name === '' ? t('customers.noName') : customer.name;
  return (
    <>
      <p className={classes.example}>
        <span>{t('insights.formula.example', { name })}</span>
        <span className={classes.sum}>{formulaSum(t, format, formula)}</span>
        <Button size="xs" onClick={() => setOpen(true)}>
          {t('insights.formula.follow', { value: format.computed(formula.valueMinor) })}
        </Button>
      </p>
      {isOpen && (
        <CustomerDerivation customer={{ id: customer.id, name }} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

/** How the value is reckoned, in words, with its assumptions to be changed on the spot. */
export function FormulaCard({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { assumption, top } = worth;
  // The example is told as it stands now.
  const best = useIsThen() ? undefined : top[0];
  return (
    <QuestionCard
      question={t('insights.formula.question')}
      finding={formulaFinding(t, format, assumption)}
      plotted={t('insights.formula.notPrediction')}
    >
      <div className={classes.formula}>
        <dl className={classes.length}>
          <dt>{t('customer.worth.years')}</dt>
          <dd>
            <b>{lengthText(t, format, assumption.years)}</b>
            <Link href={addressOf('settings')}>{t('insights.formula.change')}</Link>
            <span>{lengthReason(t, assumption)}</span>
            {assumption.source === 'average' && (
              <SeeWho count={assumption.basedOn} filter={{ only: 'cameBack' }} />
            )}
          </dd>
        </dl>
        <div className={classes.fields}>
          <MarginField hint={t('insights.formula.marginHint')} />
          <KeepingCostField hint={t('insights.formula.keepingHint')} />
        </div>
        {best !== undefined && <Example customer={best} />}
      </div>
    </QuestionCard>
  );
}
