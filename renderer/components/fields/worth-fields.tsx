import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { readAmount, readDecimal } from './read-field.ts';
import { SavedNote } from './saved-note.tsx';
import { useDraft } from './use-draft.ts';
import { useSaved } from './use-saved.ts';

/** Currencies in which everyday amounts have five digits. */
const LARGE_AMOUNTS = ['IDR', 'VND', 'KRW', 'LAK', 'KHR'];
const PERCENT = { from: 0, to: 100, digits: 2 };

interface Props {
  /** Under the field, in a sentence. */
  readonly hint?: string;
}

/** Share of revenue that is left after the cost of goods; empty: the value counts revenue. */
export function MarginField({ hint }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const saved = useSaved();
  const draft = useDraft<number | null>({
    value: settings.marginPercent,
    write: (value) => (value === null ? '' : format.percent(value / 100, 2)),
    read: (text) => readDecimal(text, PERCENT),
    save: (marginPercent) => saved.save({ marginPercent }),
  });
  return (
    <div>
      <TextInput
        label={t('settings.worth.margin')}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('settings.worth.marginExample')}
        error={draft.isWrong && t('settings.problem.percent')}
        {...draft.input}
      />
      <SavedNote saved={saved} />
    </div>
  );
}

/** What keeping one customer costs a year; empty: nothing is taken off. */
export function KeepingCostField({ hint }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const saved = useSaved();
  const units = LARGE_AMOUNTS.includes(format.currency) ? 50_000 : 50;
  const example = format.money(units * 10 ** minorDigits(format.currency));
  const draft = useDraft<number | null>({
    value: settings.keepingCostMinor,
    write: (value) => (value === null ? '' : format.money(value)),
    read: (text) => readAmount(text, format.currency, format.language),
    save: (keepingCostMinor) => saved.save({ keepingCostMinor }),
  });
  return (
    <div>
      <TextInput
        label={t('settings.worth.keeping')}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('settings.worth.keepingExample', { amount: example })}
        error={draft.isWrong && t('settings.problem.amount', { amount: example })}
        {...draft.input}
      />
      <SavedNote saved={saved} />
    </div>
  );
}
