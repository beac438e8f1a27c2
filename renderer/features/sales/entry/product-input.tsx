import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Offer } from '#shared/contract/sales/offers.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { e4ToMinor } from '#shared/domain/text/decimal.ts';
import { splitCount } from './read-line.ts';

interface Props {
  readonly label: string;
  readonly field: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly error: string | false;
  onType(text: string): void;
  onPick(offer: Offer): void;
  /** Enter where nothing is offered: the name stands, or the line is empty. */
  onEnter(): void;
}

/**
 * What is offered for the text of a field, the first one ready to be taken with Enter. An Enter that
 * comes before the answer waits for it: half a name is not to become a product of its own.
 */
function useOffers({ value, isChosen, onPick, onEnter }: Props) {
  const combobox = useCombobox();
  const input = useRef<HTMLInputElement>(null);
  const [isWaiting, setWaiting] = useState(false);
  const { name } = splitCount(value);
  const [settled] = useDebouncedValue(name, 60);
  const isAsking = name !== '' && !isChosen;
  // Enter asks at once.
  const text = isWaiting ? name : settled;
  const isAsked = isAsking && text !== '';
  const { data } = useQuery('products.find', { text, limit: 8 }, { enabled: isAsked });
  const isKnown = !isAsking || (text === name && data !== undefined);
  const offers = isAsking && isKnown ? (data ?? []) : [];
  const first = offers[0]?.id;
  const show = useEffectEvent(() => {
    if (first === undefined) combobox.closeDropdown();
    else if (document.activeElement === input.current) {
      combobox.openDropdown();
      combobox.selectFirstOption();
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever others are offered
  useEffect(show, [first]);
  const settle = useEffectEvent(() => {
    if (!isWaiting || !isKnown) return;
    setWaiting(false);
    if (offers[0] === undefined) onEnter();
    else onPick(offers[0]);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the answer is there
  useEffect(settle, [isWaiting, isKnown]);
  return { combobox, offers, input, isKnown, isWaiting, wait: () => setWaiting(true) };
}

function Offers({ label, offers }: { readonly label: string; readonly offers: readonly Offer[] }) {
  const format = useFormat();
  const digits = minorDigits(format.currency);
  return (
    <Combobox.Dropdown hidden={offers.length === 0}>
      <Combobox.Options aria-label={label}>
        {offers.map(({ id, name, unitPriceE4 }) => (
          <Combobox.Option key={id} value={String(id)}>
            {name} {unitPriceE4 !== null && format.money(e4ToMinor(unitPriceE4, digits))}
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}

/** A product by a part of its name or its code; what nobody knows yet is made with the sale. */
export function ProductInput(props: Props) {
  const { label, field, value, error, onType, onPick, onEnter } = props;
  const { t } = useTranslation();
  const { combobox, offers, input, isKnown, isWaiting, wait } = useOffers(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    if (combobox.dropdownOpened && offers.length > 0 && combobox.getSelectedOptionIndex() >= 0)
      return;
    event.preventDefault();
    if (isKnown) onEnter();
    else wait();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const offer = offers.find((one) => String(one.id) === id);
        if (offer !== undefined) onPick(offer);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={input}
          aria-label={label}
          data-field={field}
          autoComplete="off"
          maxLength={200}
          value={value}
          readOnly={isWaiting}
          error={error}
          placeholder={t('sales.entry.productHint')}
          onChange={(event) => onType(event.currentTarget.value)}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Offers label={label} offers={offers} />
    </Combobox>
  );
}
