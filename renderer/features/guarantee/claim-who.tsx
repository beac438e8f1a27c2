import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { PickList } from '#renderer/components/guarantee/pick-list.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useClaim } from '#renderer/state/claim.ts';
import { useUi } from '#renderer/state/ui.ts';
import classes from './claim.module.css';
import type { Claimer } from './claim-values.ts';

function Nobody({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const closeClaim = useClaim((state) => state.closeClaim);
  const openNewCustomer = useUi((state) => state.setNewCustomerOpen);
  return (
    <div className={classes.nobody}>
      <p>{t('guarantee.who.nobody', { text })}</p>
      <Button
        size="xs"
        onClick={() => {
          closeClaim();
          openNewCustomer(true);
        }}
      >
        {t('app.newCustomer')}
      </Button>
    </div>
  );
}

interface Props {
  readonly text: string;
  onText(text: string): void;
  onPick(who: Claimer): void;
}

/** Step one: a phone number in any format, a part of it, or a name. */
export function ClaimWho({ text, onText, onPick }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const typed = text.trim();
  const [settled] = useDebouncedValue(typed, 80);
  const { data, isPlaceholderData, isFetching } = useQuery(
    'guarantee.find',
    { text: settled },
    { enabled: settled !== '', keepPrevious: true },
  );
  const isStale = typed !== settled || isPlaceholderData || (isFetching && data === undefined);
  const found = typed === '' ? [] : (data ?? []);
  return (
    <PickList
      label={t('guarantee.who.label')}
      hint={t('guarantee.who.hint')}
      text={text}
      onText={onText}
      items={found}
      isStale={isStale}
      keyOf={({ customerId }) => customerId}
      onPick={({ customerId, name, phone }) => onPick({ customerId, name, phone })}
      draw={({ name, phone, covered }) => (
        <>
          <span className={classes.words}>
            <b>{name === '' ? t('customers.noName') : name}</b>
            {phone !== null && <small>{format.phone(phone)}</small>}
          </span>
          {covered > 0 ? (
            <StatusBadge kind="good">{t('guarantee.who.covered', { count: covered })}</StatusBadge>
          ) : (
            <StatusBadge kind="waiting">{t('guarantee.who.nothing')}</StatusBadge>
          )}
        </>
      )}
      empty={typed === '' || isStale ? t('guarantee.who.start') : <Nobody text={typed} />}
    />
  );
}
