import { Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { readDecimal } from '#renderer/components/fields/read-field.ts';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { framedNumber, numberFrame } from '#shared/domain/books/sale-number.ts';
import { taxRoundings } from '#shared/domain/books/sale-sums.ts';
import { taxModes } from '#shared/domain/vocabulary/sales.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

const longest = 40;

function NumbersRow() {
  const { t } = useTranslation();
  const { settings, today } = useSettings();
  const { selling } = settings;
  const saved = useSaved();
  const id = useId();
  const draft = useDraft<string>({
    value: selling.numbers,
    write: (value) => value,
    read: (text) => {
      const value = text.trim();
      const isSound = value === '' || value.includes('{n}');
      return isSound && value.length <= longest ? { ok: true, value } : { ok: false };
    },
    save: (numbers) => saved.save({ selling: { ...selling, numbers } }),
  });
  const frame = numberFrame(selling.numbers, today);
  const hint =
    frame === null
      ? t('settings.selling.noNumbers')
      : t('settings.selling.numbersHint', { example: framedNumber(1, frame) });
  return (
    <SettingRow label={t('settings.selling.numbers')} htmlFor={id} hint={hint} saved={saved}>
      <TextInput id={id} error={draft.isWrong && t('problem.number-pattern')} {...draft.input} />
    </SettingRow>
  );
}

function TaxRow() {
  const { t } = useTranslation();
  const { selling } = useSettings().settings;
  const saved = useSaved();
  const [modeId, roundingId] = [useId(), useId()];
  return (
    <>
      <SettingRow label={t('settings.selling.tax')} htmlFor={modeId} saved={saved}>
        <Select
          id={modeId}
          allowDeselect={false}
          data={taxModes.map((value) => ({ value, label: t(`settings.selling.modes.${value}`) }))}
          value={selling.taxMode}
          onChange={(taxMode) =>
            taxMode !== null && void saved.save({ selling: { ...selling, taxMode } })
          }
        />
      </SettingRow>
      {selling.taxMode !== 'none' && (
        <SettingRow label={t('settings.selling.rounding')} htmlFor={roundingId}>
          <Select
            id={roundingId}
            allowDeselect={false}
            data={taxRoundings.map((value) => ({
              ...{ value, label: t(`settings.selling.roundings.${value}`) },
            }))}
            value={selling.taxRounding}
            onChange={(taxRounding) =>
              taxRounding !== null && void saved.save({ selling: { ...selling, taxRounding } })
            }
          />
        </SettingRow>
      )}
    </>
  );
}

function RateRow() {
  const { t } = useTranslation();
  const format = useFormat();
  const { selling } = useSettings().settings;
  const saved = useSaved();
  const id = useId();
  const draft = useDraft<number>({
    value: selling.taxRateE4,
    write: (value) => format.number(value / 100, 2),
    read: (text) => {
      const read = readDecimal(text, { from: 0, to: 100, digits: 2 });
      if (!read.ok || read.value === null) return { ok: false };
      return { ok: true, value: Math.round(read.value * 100) };
    },
    save: (taxRateE4) => saved.save({ selling: { ...selling, taxRateE4 } }),
  });
  return (
    <SettingRow label={t('settings.selling.rate')} htmlFor={id} saved={saved}>
      <TextInput
        id={id}
        className={classes.short}
        inputMode="decimal"
        rightSection={<span className={classes.unit}>%</span>}
        rightSectionPointerEvents="none"
        error={draft.isWrong && t('settings.problem.percent')}
        {...draft.input}
      />
    </SettingRow>
  );
}

/** Numbers of sales, and the tax of what is sold. */
export function SellingSection() {
  const { t } = useTranslation();
  const { taxMode } = useSettings().settings.selling;
  return (
    <Card title={t('settings.selling.title')}>
      <NumbersRow />
      <TaxRow />
      {taxMode !== 'none' && <RateRow />}
    </Card>
  );
}
