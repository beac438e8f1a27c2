import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { CoverBadge } from '#renderer/components/guarantee/cover-badge.tsx';
import { PickList } from '#renderer/components/guarantee/pick-list.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CoveredLine } from '#shared/contract/guarantee.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './claim.module.css';

const E4 = 10_000;

function Thing({ line }: { readonly line: CoveredLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    t('guarantee.thing.soldOn', { date: format.date(line.soldOn, true) }),
    line.saleNumber,
    line.quantityE4 === E4 ? null : `${format.number(line.quantityE4 / E4, 4)} ×`,
    line.claims === 0 ? null : t('guarantee.thing.claims', { count: line.claims }),
  ];
  return (
    <>
      <span className={classes.words}>
        <b>{line.product}</b>
        <small>{facts.filter((fact) => fact !== null).join(' · ')}</small>
      </span>
      <CoverBadge endsOn={line.endsOn} daysLeft={line.daysLeft} />
    </>
  );
}

interface Props {
  readonly customerId: CustomerId;
  onPick(line: CoveredLine): void;
}

/** Step two: what they bought, covered things first, each with how long its guarantee runs. */
export function ClaimThing({ customerId, onPick }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { data, error } = useQuery('guarantee.ofCustomer', { customerId });
  if (error !== null) return <ErrorState error={error.error} />;
  const key = nameKey(text);
  const number = text.trim().toLowerCase();
  const lines = (data ?? []).filter(
    (line) =>
      number === '' ||
      (key !== '' && nameKey(line.product).includes(key)) ||
      (line.saleNumber ?? '').toLowerCase().includes(number),
  );
  return (
    <PickList
      label={t('guarantee.thing.label')}
      hint={t('guarantee.thing.hint')}
      text={text}
      onText={setText}
      items={lines}
      isStale={data === undefined}
      keyOf={({ saleLineId }) => saleLineId}
      onPick={onPick}
      draw={(line) => <Thing line={line} />}
      empty={
        data === undefined
          ? null
          : t(number === '' ? 'guarantee.thing.none' : 'guarantee.thing.notFound')
      }
    />
  );
}
