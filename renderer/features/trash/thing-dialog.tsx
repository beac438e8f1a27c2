import { Button } from '@mantine/core';
import { Fragment } from 'react';
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

/** What it is, as a list of what is known of it. */
function Facts({ thing }: { readonly thing: TrashRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { kind, on, amountMinor, deletedAt, goesOn } = thing;
  const isOwned = kind !== 'customers' && kind !== 'products';
  const facts = [
    ['whose', isOwned ? <Whose key="whose" thing={thing} /> : null],
    ['on', on === null ? null : <DateText key="on" iso={on} />],
    ['amount', amountMinor === null ? null : <Money key="amount" minor={amountMinor} />],
    ['deleted', format.moment(deletedAt)],
    ['goes', goesOn === null ? null : <DateText key="goes" iso={goesOn} />],
    ['deed', words.deed(thing)],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, fact]) =>
          fact !== null && (
            <Fragment key={name}>
              <dt>{t(`trash.thing.${name}`)}</dt>
              <dd>{fact}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

interface Props {
  readonly thing: TrashRow;
  readonly isRunning: boolean;
  onRestore(): void;
  onRemove(): void;
  onClose(): void;
}

/** One thing in the trash: what it is, how it came here, and the ways out. */
export function ThingDialog({ thing, isRunning, onRestore, onRemove, onClose }: Props) {
  const { t } = useTranslation();
  const what = t(`trash.one.${thing.kind}`);
  return (
    <Dialog title={thing.name === '' ? what : `${what}: ${thing.name}`} onClose={onClose}>
      <Facts thing={thing} />
      <div className={classes.buttons}>
        <Button onClick={onClose}>{t('trash.thing.close')}</Button>
        <Button onClick={onRemove}>{t('trash.remove.button')}</Button>
        <Button variant="filled" data-autofocus loading={isRunning} onClick={onRestore}>
          {t('trash.restore')}
        </Button>
      </div>
    </Dialog>
  );
}
