import { Autocomplete } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import { ProductField } from '#renderer/components/product-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { NoteDraft } from '#renderer/state/note-drafts.ts';
import classes from './notes.module.css';

interface Props {
  readonly draft: NoteDraft;
  set(part: Partial<NoteDraft>): void;
}

interface PinsProps {
  readonly label: string;
  readonly names: readonly { readonly key: string; readonly name: string }[];
  onDrop(key: string): void;
}

/** What it is pinned to of one kind, each with a way off. */
function Pins({ label, names, onDrop }: PinsProps) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <ul className={classes.pins} aria-label={label}>
      {names.map(({ key, name }) => (
        <li key={key} className={classes.pin}>
          <span>{name}</span>
          <button
            type="button"
            aria-label={t('notes.form.unpin', { name })}
            onClick={() => onDrop(key)}
          >
            <IconX size={14} stroke={1.75} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function CustomerPins({ draft, set }: Props) {
  const { t } = useTranslation();
  const { customers } = draft;
  const label = t('notes.form.customers');
  const add = (id: NoteDraft['customers'][number]['id'] | null, name: string | null) => {
    if (id !== null && customers.every((one) => one.id !== id))
      set({ customers: [...customers, { id, name: name ?? '' }] });
  };
  return (
    <div className={classes.kind}>
      {/* Empty again once somebody was taken: the next can be looked for. */}
      <CustomerField key={customers.length} label={label} value={null} name={null} onChange={add} />
      <Pins
        label={label}
        names={customers.map(({ id, name }) => ({
          key: String(id),
          name: name === '' ? t('customers.noName') : name,
        }))}
        onDrop={(key) => set({ customers: customers.filter(({ id }) => String(id) !== key) })}
      />
    </div>
  );
}

function ProductPins({ draft, set }: Props) {
  const { t } = useTranslation();
  const { products } = draft;
  const label = t('notes.form.products');
  const add = (id: NoteDraft['products'][number]['id'] | null, name: string | null) => {
    if (id !== null && products.every((one) => one.id !== id))
      set({ products: [...products, { id, name: name ?? '' }] });
  };
  return (
    <div className={classes.kind}>
      <ProductField key={products.length} label={label} value={null} name={null} onChange={add} />
      <Pins
        label={label}
        names={products.map(({ id, name }) => ({ key: String(id), name }))}
        onDrop={(key) => set({ products: products.filter(({ id }) => String(id) !== key) })}
      />
    </div>
  );
}

/** A cause in use, or one that is only written here: Enter or leaving the field takes it. */
function CausePins({ draft, set }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery('complaints.words', {});
  const [typed, setTyped] = useState('');
  const { causes } = draft;
  const label = t('notes.form.causes');
  const add = (text: string) => {
    setTyped('');
    const cause = text.trim();
    if (cause !== '' && !causes.includes(cause)) set({ causes: [...causes, cause] });
  };
  return (
    <div className={classes.kind}>
      <Autocomplete
        label={label}
        placeholder={t('notes.form.cause')}
        data={(data?.causes ?? []).filter((cause) => !causes.includes(cause))}
        limit={8}
        maxLength={120}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={add}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return;
          event.preventDefault();
          add(typed);
        }}
      />
      <Pins
        label={label}
        names={causes.map((cause) => ({ key: cause, name: cause }))}
        onDrop={(key) => set({ causes: causes.filter((cause) => cause !== key) })}
      />
    </div>
  );
}

/** To whom and what a how-to is pinned. */
export function PinFields(props: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.group}>
      <legend>{t('notes.form.pins')}</legend>
      <p className={classes.quiet}>{t('notes.form.pinsHint')}</p>
      <div className={classes.kinds}>
        <CustomerPins {...props} />
        <ProductPins {...props} />
        <CausePins {...props} />
      </div>
    </fieldset>
  );
}
