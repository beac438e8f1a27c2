import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import record from '#renderer/components/record.module.css';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import { useSaleTitle } from '../use-sale-title.ts';

type Around = Output<'sales.around'>;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When the goods went out; one click says today. */
function Delivery({ id, around }: { readonly id: SaleId; readonly around: Around }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning } = useCommand('sales.deliver');
  const { promisedOn, deliveredOn } = around;
  if (deliveredOn !== null)
    return <Fact name={t('sales.page.delivered')}>{format.date(deliveredOn)}</Fact>;
  if (promisedOn === null) return null;
  const deliver = () => void run({ id, deliveredOn: format.today }, t('sales.page.deliveredSaid'));
  return (
    <Fact name={t('sales.page.delivered')}>
      <Button size="xs" loading={isRunning} onClick={deliver}>
        {t('sales.page.deliveredToday')}
      </Button>
    </Fact>
  );
}

/** Tax and days of a sale, what came back of it, and of what it is a return. */
export function SaleAround({ id, around }: { readonly id: SaleId; readonly around: Around }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useSaleTitle();
  const { taxMinor, dueOn, promisedOn, deliveredOn, returnOf, returns, pointsSpent } = around;
  const days = [dueOn, promisedOn, deliveredOn].some((day) => day !== null);
  const isBare = returnOf === null && returns.length === 0 && pointsSpent.length === 0;
  if (taxMinor === 0 && !days && isBare) return null;
  return (
    <Card title={t('sales.page.around')}>
      <dl className={record.facts}>
        {taxMinor !== 0 && <Fact name={t('sales.entry.tax')}>{format.money(taxMinor)}</Fact>}
        {dueOn !== null && <Fact name={t('sales.entry.due')}>{format.date(dueOn)}</Fact>}
        {promisedOn !== null && (
          <Fact name={t('sales.page.promised')}>{format.date(promisedOn)}</Fact>
        )}
        <Delivery id={id} around={around} />
        {pointsSpent.map(({ points, reward, worthMinor }) => (
          <Fact key={`${reward} ${points}`} name={t('sales.page.pointsSpent', { count: points })}>
            {reward === ''
              ? t('sales.page.pointsOff', { money: format.money(worthMinor) })
              : reward}
          </Fact>
        ))}
        {returnOf !== null && (
          <Fact name={t('sales.page.returnOf')}>
            <Link href={addressOf({ sale: returnOf.id })}>
              {titleOf({ number: returnOf.number, kind: 'sale' })}, {format.date(returnOf.soldOn)}
            </Link>
          </Fact>
        )}
        {returns.map((one) => (
          <Fact key={one.id} name={format.money(one.totalMinor)}>
            <Link href={addressOf({ sale: one.id })}>
              {titleOf({ number: one.number, kind: 'return' })}, {format.date(one.soldOn)}
            </Link>
          </Fact>
        ))}
      </dl>
    </Card>
  );
}
