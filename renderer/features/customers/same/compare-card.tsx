import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowsExchange, IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { SuretyDots } from '#renderer/components/same-person/surety-dots.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { CompareTable } from './compare-table.tsx';
import { Consequences } from './consequences.tsx';
import classes from './same.module.css';
import { type Compared, useMerging } from './use-merging.ts';

export type Pair = Output<'customers.same'>['pairs'][number];

interface Ids {
  readonly keptId: CustomerId;
  readonly otherId: CustomerId;
}

interface Names {
  readonly kept: string;
  readonly other: string;
}

/** Why the two cannot become one as they stand; null: they can. */
function Obstacle({ compared, names }: { readonly compared: Compared; readonly names: Names }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { locked } = compared.other;
  const name = names.other;
  if (locked !== null) {
    const days = { from: format.date(locked.from, true), to: format.date(locked.to, true) };
    return <p role="alert">{t('customers.samePerson.locked', { name, ...days })}</p>;
  }
  return compared.isTooLarge ? (
    <p role="alert">{t('customers.samePerson.tooLarge', { name })}</p>
  ) : null;
}

function AnyTime() {
  const { t } = useTranslation();
  return (
    <span className={classes.quiet}>
      <IconArrowBackUp size={14} stroke={1.75} aria-hidden="true" />{' '}
      {t('customers.samePerson.anyTime')}
    </span>
  );
}

interface DecideProps extends Ids {
  readonly compared: Compared;
  readonly names: Names;
  onSwap(): void;
}

/** The two side by side, what becomes of them, and the ways to decide. */
function Decide({ compared, names, keptId, otherId, onSwap }: DecideProps) {
  const { t } = useTranslation();
  const merging = useMerging(compared);
  const merge = useCommand('customers.merge');
  const apart = useCommand('customers.tellApart');
  const isBlocked = compared.other.locked !== null || compared.isTooLarge;
  const { choices, leaves, ownOfOther } = merging;
  const error = merge.error ?? apart.error;
  const join = () => {
    const input = { keptId, otherId, choices, leaves: [...leaves], ownOfOther: [...ownOfOther] };
    void merge.run(input, t('customers.samePerson.done', { ...names }));
  };
  const tellApart = () => {
    const input = { customerId: keptId, otherId };
    void apart.run(input, t('customers.samePerson.apartDone', { ...names }));
  };
  return (
    <>
      <CompareTable compared={compared} merging={merging} />
      <Consequences compared={compared} merging={merging} />
      <Obstacle compared={compared} names={names} />
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button
          variant="filled"
          leftSection={<IconGitMerge size={16} stroke={1.75} aria-hidden="true" />}
          loading={merge.isRunning}
          disabled={isBlocked}
          onClick={join}
        >
          {t('customers.samePerson.merge')}
        </Button>
        <Button loading={apart.isRunning} onClick={tellApart}>
          {t('customers.samePerson.apart')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconArrowsExchange size={16} stroke={1.75} aria-hidden="true" />}
          onClick={onSwap}
        >
          {t('customers.samePerson.swap')}
        </Button>
        <AnyTime />
      </div>
    </>
  );
}

/** One pair, to be decided. */
export function CompareCard({ pair }: { readonly pair: Pair }) {
  const { t } = useTranslation();
  const [isSwapped, setSwapped] = useState(false);
  const [kept, other] = isSwapped ? [pair.other, pair.kept] : [pair.kept, pair.other];
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  const names = { kept: called(kept.name), other: called(other.name) };
  const ids = { keptId: kept.id, otherId: other.id };
  const { data, error } = useQuery('customers.compare', ids);
  return (
    <Card
      title={t('customers.samePerson.pair', names)}
      actions={<SuretyDots surety={pair.surety} reasons={pair.reasons} />}
      ruled
      fills
    >
      <div className={classes.body}>
        {error !== null && <ErrorState error={error.error} />}
        {data !== undefined && (
          <Decide
            key={`${kept.id} ${other.id}`}
            {...ids}
            compared={data}
            names={names}
            onSwap={() => setSwapped(!isSwapped)}
          />
        )}
      </div>
    </Card>
  );
}
