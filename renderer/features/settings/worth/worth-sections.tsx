import { Radio, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { readDecimal } from '#renderer/components/fields/read-field.ts';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { type Saved, useSaved } from '#renderer/components/fields/use-saved.ts';
import { KeepingCostField, MarginField } from '#renderer/components/fields/worth-fields.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { activeSince } from '#shared/domain/calendar/dates.ts';
import { SettingRow } from '../setting-row.tsx';
import classes from '../settings.module.css';

const MONTHS = { from: 1, to: 60, digits: 0 };
const YEARS = { from: 0.5, to: 50, digits: 2 };
const FIRST_OWN_YEARS = 3;
const KINDS = ['average', 'own', 'history'] as const;
type Kind = (typeof KINDS)[number];

/** Since when somebody has to have bought to be active. */
export function ActiveSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, today } = useSettings();
  const saved = useSaved();
  const id = useId();
  const draft = useDraft<number>({
    value: settings.activeMonths,
    write: String,
    read: (text) => {
      const read = readDecimal(text, MONTHS);
      return read.ok && read.value !== null ? { ok: true, value: read.value } : { ok: false };
    },
    save: (activeMonths) => saved.save({ activeMonths }),
  });
  const { data: pyramid } = useQuery('insights.pyramid', {});
  const from = format.date(activeSince(pyramid?.to ?? today, settings.activeMonths));
  return (
    <Card title={t('settings.active.title')}>
      <SettingRow
        label={t('settings.active.months')}
        htmlFor={id}
        hint={t('settings.active.hint', { from })}
        saved={saved}
      >
        <TextInput
          id={id}
          className={classes.short}
          inputMode="numeric"
          rightSection={<span className={classes.unit}>{t('settings.active.unit')}</span>}
          rightSectionPointerEvents="none"
          rightSectionWidth="4.5rem"
          error={draft.isWrong && t('settings.problem.months')}
          {...draft.input}
        />
      </SettingRow>
    </Card>
  );
}

function OwnYears({ saved }: { readonly saved: Saved }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { yearsKept } = useSettings().settings;
  const draft = useDraft<number>({
    value: yearsKept.kind === 'own' ? yearsKept.years : FIRST_OWN_YEARS,
    write: (value) => format.number(value, 2),
    read: (text) => {
      const read = readDecimal(text, YEARS);
      return read.ok && read.value !== null ? { ok: true, value: read.value } : { ok: false };
    },
    save: (years) => saved.save({ yearsKept: { kind: 'own', years } }),
  });
  return (
    <TextInput
      className={classes.short}
      label={t('settings.worth.years')}
      inputMode="decimal"
      error={draft.isWrong && t('settings.problem.years')}
      {...draft.input}
    />
  );
}

function useExplanation(): (kind: Kind) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('insights.worth', {});
  return (kind) => {
    if (kind !== 'average') return t(`settings.worth.explain.${kind}`);
    const assumption = data?.assumption;
    if (assumption?.basedOn === 0) return t('settings.worth.explain.averageUnknown');
    if (assumption?.source !== 'average' || assumption.years === null) {
      return t('settings.worth.explain.averageOther');
    }
    const years = format.number(assumption.years, 1);
    return t('settings.worth.explain.average', { count: assumption.basedOn, years });
  };
}

function YearsKept() {
  const { t } = useTranslation();
  const { yearsKept } = useSettings().settings;
  const saved = useSaved();
  const explain = useExplanation();
  const labelId = useId();
  const [ownYears, setOwnYears] = useState(FIRST_OWN_YEARS);
  const choose = (value: string) => {
    if (yearsKept.kind === 'own') setOwnYears(yearsKept.years);
    if (value === 'own') void saved.save({ yearsKept: { kind: 'own', years: ownYears } });
    else if (value === 'average' || value === 'history') {
      void saved.save({ yearsKept: { kind: value } });
    }
  };
  return (
    <SettingRow label={t('settings.worth.kept')} labelId={labelId} saved={saved}>
      <Radio.Group aria-labelledby={labelId} value={yearsKept.kind} onChange={choose}>
        <div className={classes.kinds}>
          {KINDS.map((kind) => (
            <div key={kind}>
              <Radio
                classNames={{ description: classes.explain }}
                value={kind}
                label={t(`settings.worth.kinds.${kind}`)}
                description={explain(kind)}
              />
              {kind === 'own' && yearsKept.kind === 'own' && (
                <div className={classes.own}>
                  <OwnYears saved={saved} />
                </div>
              )}
            </div>
          ))}
        </div>
      </Radio.Group>
    </SettingRow>
  );
}

/** What the formula of a customer's value is reckoned with. */
export function WorthSection() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.worth.title')}>
      <div className={classes.pair}>
        <MarginField hint={t('settings.worth.marginHint')} />
        <KeepingCostField hint={t('settings.worth.keepingHint')} />
      </div>
      <YearsKept />
    </Card>
  );
}
