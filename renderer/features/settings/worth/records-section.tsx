import { Radio } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { type Saved, useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { SettingRow } from '../setting-row.tsx';
import classes from '../settings.module.css';

const KINDS = ['found', 'opened', 'complete'] as const;
type Kind = (typeof KINDS)[number];

/** One thing that may be said, and the day that it is said of. */
function Choice({ kind, saved }: { readonly kind: Kind; readonly saved: Saved }) {
  const { t } = useTranslation();
  const { settings, today } = useSettings();
  const { recordsBegin: said } = settings;
  return (
    <div>
      <Radio
        classNames={{ description: classes.explain }}
        value={kind}
        label={t(`settings.records.kinds.${kind}`)}
        description={t(`settings.records.explain.${kind}`)}
      />
      {kind === said.kind && said.kind !== 'found' && (
        <div className={classes.own}>
          <DayField
            label={t('settings.records.on')}
            value={said.on}
            maxDate={today}
            onChange={(on) =>
              on !== null && void saved.save({ recordsBegin: { kind: said.kind, on } })
            }
          />
        </div>
      )}
    </div>
  );
}

/** Where the records begin: found out from the sales, or as the owner says. */
export function RecordsSection() {
  const { t } = useTranslation();
  const { settings, today } = useSettings();
  const { recordsBegin: said } = settings;
  const saved = useSaved();
  const labelId = useId();
  const { data: sold } = useQuery('insights.sales', {});
  const on = said.kind === 'found' ? (sold?.firstOn ?? today) : said.on;
  const choose = (value: string) => {
    if (value === 'found') void saved.save({ recordsBegin: { kind: value } });
    if (value === 'opened' || value === 'complete')
      void saved.save({ recordsBegin: { kind: value, on } });
  };
  return (
    <Card title={t('settings.records.title')}>
      <SettingRow
        label={t('settings.records.label')}
        labelId={labelId}
        hint={t('settings.records.hint')}
        saved={saved}
      >
        <Radio.Group aria-labelledby={labelId} value={said.kind} onChange={choose}>
          <div className={classes.kinds}>
            {KINDS.map((kind) => (
              <Choice key={kind} kind={kind} saved={saved} />
            ))}
          </div>
        </Radio.Group>
      </SettingRow>
    </Card>
  );
}
