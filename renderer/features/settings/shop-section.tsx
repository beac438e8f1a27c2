import { Button, Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { countryChoices, currencyChoices } from '#renderer/components/fields/choices.ts';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import { ZoneRow } from './zone-row.tsx';

const LONGEST_NAME = 120;
/** An amount of everyday size, in whole units, that shows what changing the currency does. */
const EXAMPLE_UNITS = 50_000;

function NameRow() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const saved = useSaved();
  const id = useId();
  const draft = useDraft<string>({
    value: settings.shopName,
    write: (value) => value,
    read: (text) =>
      text.trim().length <= LONGEST_NAME ? { ok: true, value: text.trim() } : { ok: false },
    save: (shopName) => saved.save({ shopName }),
  });
  return (
    <SettingRow
      label={t('settings.shop.name')}
      htmlFor={id}
      hint={t('settings.shop.nameHint')}
      saved={saved}
    >
      <TextInput id={id} error={draft.isWrong && t('settings.problem.name')} {...draft.input} />
    </SettingRow>
  );
}

function CountryRow() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const saved = useSaved();
  const id = useId();
  return (
    <SettingRow
      label={t('settings.shop.country')}
      htmlFor={id}
      hint={t('settings.shop.countryHint')}
      saved={saved}
    >
      <Select
        id={id}
        searchable
        data={[...countryChoices(settings.language, settings.country)]}
        value={settings.country}
        nothingFoundMessage={t('settings.shop.noMatch')}
        onChange={(country) => country !== null && void saved.save({ country })}
      />
    </SettingRow>
  );
}

function CurrencyQuestion(props: { readonly to: string; onChange(): void; onKeep(): void }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const from = settings.currency;
  const { to, onChange, onKeep } = props;
  const minor = EXAMPLE_UNITS * 10 ** minorDigits(from);
  const before = formatMoney(minor, from, settings.language);
  const after = formatMoney(minor, to, settings.language);
  return (
    <div className={classes.warning} role="alert">
      <p>{t('settings.shop.currencyAsk', { from, to, before, after })}</p>
      <div className={classes.buttons}>
        <Button size="xs" onClick={onKeep}>
          {t('settings.shop.currencyKeep', { from })}
        </Button>
        <Button size="xs" onClick={onChange}>
          {t('settings.shop.currencyChange', { to })}
        </Button>
      </div>
    </div>
  );
}

function CurrencyRow() {
  const { t } = useTranslation();
  const { settings, customers } = useSettings();
  const saved = useSaved();
  const id = useId();
  const [asked, setAsked] = useState<string | null>(null);
  const choose = (currency: string | null) => {
    if (currency === null || currency === settings.currency) return setAsked(null);
    if (customers > 0) return setAsked(currency);
    void saved.save({ currency });
  };
  const change = () => {
    if (asked !== null) void saved.save({ currency: asked });
    setAsked(null);
  };
  return (
    <SettingRow
      label={t('settings.shop.currency')}
      htmlFor={id}
      hint={t('settings.shop.currencyHint')}
      saved={saved}
    >
      <Select
        id={id}
        searchable
        data={[...currencyChoices(settings.language, settings.currency)]}
        value={asked ?? settings.currency}
        nothingFoundMessage={t('settings.shop.noMatch')}
        onChange={choose}
      />
      {asked !== null && (
        <CurrencyQuestion to={asked} onChange={change} onKeep={() => setAsked(null)} />
      )}
    </SettingRow>
  );
}

/** Name, country, currency and zone of the shop. */
export function ShopSection() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.shop.title')}>
      <NameRow />
      <CountryRow />
      <CurrencyRow />
      <ZoneRow />
    </Card>
  );
}
