import { Select } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { SettingRow } from './setting-row.tsx';

const HOME = [
  { value: 'Asia/Jakarta', label: 'WIB (Jakarta)' },
  { value: 'Asia/Makassar', label: 'WITA (Makassar)' },
  { value: 'Asia/Jayapura', label: 'WIT (Jayapura)' },
];

/** Indonesia's three zones, then all others; the one in use is always among them. */
function zoneChoices(inUse: string, home: string, others: string) {
  const isHome = (zone: string) => HOME.some(({ value }) => value === zone);
  const known = Intl.supportedValuesOf('timeZone').filter((zone) => !isHome(zone));
  const all = isHome(inUse) || known.includes(inUse) ? known : [inUse, ...known];
  const items = all.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return [
    { group: home, items: HOME },
    { group: others, items },
  ];
}

/** The zone whose clock hangs on the shop's wall. */
export function ZoneRow() {
  const { t } = useTranslation();
  const { timeZone } = useSettings().settings;
  const saved = useSaved();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const choices = zoneChoices(timeZone, t('settings.shop.zoneHome'), t('settings.shop.zoneOthers'));
  // Hundreds of zones stand in the page only while they are looked at.
  const shown = choices.map(({ group, items }) => ({
    group,
    items: isOpen ? items : items.filter(({ value }) => value === timeZone),
  }));
  return (
    <SettingRow
      label={t('settings.shop.zone')}
      htmlFor={id}
      hint={t('settings.shop.zoneHint')}
      saved={saved}
    >
      <Select
        id={id}
        searchable
        data={shown}
        onDropdownOpen={() => setOpen(true)}
        onDropdownClose={() => setOpen(false)}
        value={timeZone}
        nothingFoundMessage={t('settings.shop.noMatch')}
        onChange={(zone) => zone !== null && void saved.save({ timeZone: zone })}
      />
    </SettingRow>
  );
}
