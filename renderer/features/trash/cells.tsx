import { useTranslation } from 'react-i18next';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './trash.module.css';
import type { ListedTrash } from './use-trash.ts';
import { useWords } from './use-words.ts';

interface Props {
  readonly row: ListedTrash;
}

/** What it is called, with its kind, its day and whose it is below. */
export function WhatCell({ row: { thing } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { kind, name: called, phone, city, customer, on } = thing;
  const whose = customer === null || customer.name === '' ? null : customer.name;
  const day = on === null ? null : format.date(on, true);
  // Somebody without a name is called by the phone already.
  const number = phone === null || phone === called ? null : format.phone(phone);
  const parts = [t(`trash.one.${kind}`), number, city, day, whose];
  const more = parts.filter((part) => part !== null).join(' · ');
  const name = words.name(thing);
  return (
    <div className={classes.name}>
      <b title={name}>{name}</b>
      <span className={classes.quiet} title={more}>
        {more}
      </span>
    </div>
  );
}

export function DeletedCell({ row: { thing } }: Props) {
  const format = useFormat();
  return (
    <div className={classes.name}>
      <DateText iso={format.dayOf(thing.deletedAt)} short />
      <span className={classes.quiet}>{format.time(thing.deletedAt)}</span>
    </div>
  );
}

/** The day on which it goes for good, where the owner has settled that things do. */
export function GoesCell({ row: { thing } }: Props) {
  return thing.goesOn === null ? null : <DateText iso={thing.goesOn} short />;
}

export function DeedCell({ row: { thing } }: Props) {
  const deed = useWords().deed(thing);
  return (
    <span className={classes.deed} title={deed}>
      {deed}
    </span>
  );
}

export function AmountCell({ row: { thing } }: Props) {
  return thing.amountMinor === null ? null : <Money minor={thing.amountMinor} />;
}
