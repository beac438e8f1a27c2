import { Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { readAmount, readDecimal } from '#renderer/components/fields/read-field.ts';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { accountName, type BookSettings } from '#shared/contract/settings.ts';
import { type AccountKey, accountKeys } from '#shared/domain/books/postings.ts';
import { taxesTurnover } from '#shared/domain/books/turnover.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import { usePart } from './use-part.ts';

const PERCENT = { from: 0, to: 100, digits: 4 };
const LONGEST_PLACE = 120;
const EXAMPLE_UNITS = 500_000_000;
const LARGEST_MINOR = 1e15;

type Recap = BookSettings['recap'];

/** A piece of what is settled about the books, saved by itself. */
function useBooks() {
  const saved = useSaved();
  const { value, change } = usePart('books', saved);
  return {
    saved,
    books: value,
    saveRecap: (part: Partial<Recap>) =>
      change((former) => ({ ...former, recap: { ...former.recap, ...part } })),
    saveAccount: (key: AccountKey, name: string) =>
      change((former) => ({ ...former, accounts: { ...former.accounts, [key]: name } })),
    saveMark: (decimalMark: BookSettings['decimalMark']) =>
      change((former) => ({ ...former, decimalMark })),
  };
}

function AccountRow({ of }: { readonly of: AccountKey }) {
  const { t } = useTranslation();
  const { saved, books, saveAccount } = useBooks();
  const id = useId();
  const draft = useDraft<string>({
    value: books.accounts[of],
    write: (value) => value,
    read: (text) => {
      const read = accountName.safeParse(text);
      return read.success ? { ok: true, value: read.data } : { ok: false };
    },
    save: (name) => saveAccount(of, name),
  });
  return (
    <SettingRow label={t(`settings.books.accounts.${of}`)} htmlFor={id} saved={saved}>
      <TextInput
        id={id}
        error={draft.isWrong && t('settings.books.accounts.problem')}
        {...draft.input}
      />
    </SettingRow>
  );
}

/** What the accounts of the books are called. */
export function AccountsSection() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.books.accounts.title')}>
      <p className={classes.hint}>{t('settings.books.accounts.hint')}</p>
      {accountKeys.map((key) => (
        <AccountRow key={key} of={key} />
      ))}
    </Card>
  );
}

function RateRow() {
  const { t } = useTranslation();
  const format = useFormat();
  const { saved, books, saveRecap } = useBooks();
  const id = useId();
  const draft = useDraft<number>({
    value: books.recap.rateE4,
    write: (rateE4) => format.percent(rateE4 / 1_000_000, 4),
    read: (text) => {
      const read = readDecimal(text, PERCENT);
      if (!read.ok || read.value === null) return { ok: false };
      return { ok: true, value: Math.round(read.value * 10_000) };
    },
    save: (rateE4) => saveRecap({ rateE4 }),
  });
  return (
    <SettingRow label={t('settings.books.recap.rate')} htmlFor={id} saved={saved}>
      <TextInput
        id={id}
        className={classes.short}
        inputMode="decimal"
        error={draft.isWrong && t('settings.problem.percent')}
        {...draft.input}
      />
    </SettingRow>
  );
}

function LimitRow({ of }: { readonly of: 'threshold' | 'ceiling' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { saved, books, saveRecap } = useBooks();
  const id = useId();
  const key = `${of}Minor` as const;
  const draft = useDraft<number>({
    value: books.recap[key],
    write: (minor) => format.money(minor),
    read: (text) => {
      const read = readAmount(text, format.currency, format.language, LARGEST_MINOR);
      return read.ok && read.value !== null ? { ok: true, value: read.value } : { ok: false };
    },
    save: (minor) => saveRecap({ [key]: minor }),
  });
  const example = format.money(EXAMPLE_UNITS * 10 ** minorDigits(format.currency));
  return (
    <SettingRow label={t(`settings.books.recap.${of}`)} htmlFor={id} saved={saved}>
      <TextInput
        id={id}
        error={draft.isWrong && t('settings.problem.amount', { amount: example })}
        {...draft.input}
      />
    </SettingRow>
  );
}

function CrossingRow() {
  const { t } = useTranslation();
  const { saved, books, saveRecap } = useBooks();
  const id = useId();
  return (
    <SettingRow label={t('settings.books.recap.crossing')} htmlFor={id} saved={saved}>
      <Select
        id={id}
        allowDeselect={false}
        value={books.recap.crossing}
        data={(['part', 'whole'] as const).map((value) => ({
          value,
          label: t(`settings.books.recap.${value}`),
        }))}
        onChange={(crossing) => crossing !== null && void saveRecap({ crossing })}
      />
    </SettingRow>
  );
}

function PlaceRow() {
  const { t } = useTranslation();
  const { saved, books, saveRecap } = useBooks();
  const id = useId();
  const draft = useDraft<string>({
    value: books.recap.place,
    write: (value) => value,
    read: (text) =>
      text.trim().length <= LONGEST_PLACE ? { ok: true, value: text.trim() } : { ok: false },
    save: (place) => saveRecap({ place }),
  });
  return (
    <SettingRow
      label={t('settings.books.recap.place')}
      htmlFor={id}
      hint={t('settings.books.recap.placeHint')}
      saved={saved}
    >
      <TextInput
        id={id}
        error={draft.isWrong && t('settings.problem.long', { letters: LONGEST_PLACE })}
        {...draft.input}
      />
    </SettingRow>
  );
}

/** How the year's turnover is taxed, for the estimate; elsewhere turnover itself is not. */
export function RecapSection() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  if (!taxesTurnover(settings)) return null;
  return (
    <Card title={t('settings.books.recap.title')}>
      <p className={classes.hint}>{t('settings.books.recap.hint')}</p>
      <RateRow />
      <LimitRow of="threshold" />
      <LimitRow of="ceiling" />
      <CrossingRow />
      <PlaceRow />
    </Card>
  );
}

/** How numbers stand in files for spreadsheets. */
export function DecimalSection() {
  const { t } = useTranslation();
  const { saved, books, saveMark } = useBooks();
  const id = useId();
  return (
    <Card title={t('settings.books.decimal.title')}>
      <SettingRow label={t('settings.books.decimal.label')} htmlFor={id} saved={saved}>
        <Select
          id={id}
          allowDeselect={false}
          value={books.decimalMark}
          data={(['language', 'comma', 'point'] as const).map((value) => ({
            value,
            label: t(`settings.books.decimal.${value}`),
          }))}
          onChange={(mark) => mark !== null && void saveMark(mark)}
        />
      </SettingRow>
    </Card>
  );
}
