import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { TrashRow } from '#shared/contract/trash/trash.ts';
import classes from './trash.module.css';
import { useWords } from './use-words.ts';

function Whose({ thing: { customer } }: { readonly thing: TrashRow }) {
  const { t } = useTranslation();
  if (customer === null) return t('trash.thing.nobody');
  const name = customer.name === '' ? t('customers.noName') : customer.name;
  if (customer.isInTrash) return t('trash.thing.inTrash', { name });
  return <Link href={addressOf({ customer: customer.id })}>{name}</Link>;
}

interface Props {
  readonly thing: TrashRow;
  readonly isRunning: boolean;
  onRestore(): void;
  onClose(): void;
}

/** One thing in the trash: what it is, how it came here, and the way back. */
export function ThingDialog({ thing, isRunning, onRestore, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { kind, on, amountMinor, deletedAt } = thing;
  const what = t(`trash.one.${kind}`);
  return (
    <Dialog title={thing.name === '' ? what : `${what}: ${thing.name}`} onClose={onClose}>
      <dl className={classes.facts}>
        {kind !== 'customers' && kind !== 'products' && (
          <>
            <dt>{t('trash.thing.whose')}</dt>
            <dd>
              <Whose thing={thing} />
            </dd>
          </>
        )}
        {on !== null && (
          <>
            <dt>{t('trash.thing.on')}</dt>
            <dd>
              <DateText iso={on} />
            </dd>
          </>
        )}
        {amountMinor !== null && (
          <>
            <dt>{t('trash.thing.amount')}</dt>
            <dd>
              <Money minor={amountMinor} />
            </dd>
          </>
        )}
        <dt>{t('trash.thing.deleted')}</dt>
        <dd>{format.moment(deletedAt)}</dd>
        <dt>{t('trash.thing.deed')}</dt>
        <dd>{words.deed(thing)}</dd>
      </dl>
      <div className={classes.buttons}>
        <Button onClick={onClose}>{t('trash.thing.close')}</Button>
        <Button variant="filled" data-autofocus loading={isRunning} onClick={onRestore}>
          {t('trash.restore')}
        </Button>
      </div>
    </Dialog>
  );
}
