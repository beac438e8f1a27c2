import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { NumberRow } from './number-row.tsx';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import { TextRow } from './text-row.tsx';

const SAME_CAUSE = { from: 1, to: 365 };
const COOLING = { from: 0, to: 1440 };
const EXAMPLE_MINOR = 50_000_000;

function AuthorityRow() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const format = useFormat();
  const saved = useSaved();
  const id = useId();
  const draft = useDraft<number>({
    value: settings.authorityMinor,
    write: format.money,
    read: (text) => {
      const read = readAmount(text, format.currency, format.language);
      return read.ok ? { ok: true, value: read.value ?? 0 } : read;
    },
    save: (authorityMinor) => saved.save({ authorityMinor }),
  });
  const amount = format.money(EXAMPLE_MINOR);
  return (
    <SettingRow
      label={t('settings.rules.authority')}
      htmlFor={id}
      hint={t('settings.rules.authorityHint')}
      saved={saved}
    >
      <TextInput
        id={id}
        className={classes.amount}
        error={draft.isWrong && t('settings.problem.amount', { amount })}
        {...draft.input}
      />
    </SettingRow>
  );
}

/** What compensation may cost without asking, and what counts as having come back. */
export function RulesSection() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.rules.title')}>
      <AuthorityRow />
      <NumberRow
        of="sameCauseDays"
        label={t('settings.rules.sameCause')}
        hint={t('settings.rules.sameCauseHint')}
        unit={t('settings.rules.days')}
        range={SAME_CAUSE}
        problem={t('settings.problem.days', SAME_CAUSE)}
      />
    </Card>
  );
}

/** How replies end, and how long a heated one rests. */
export function ReplySection() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.reply.title')}>
      <TextRow of="replyName" label={t('settings.reply.name')} letters={80} />
      <TextRow
        of="replyContact"
        label={t('settings.reply.contact')}
        hint={t('settings.reply.contactHint')}
        letters={120}
      />
      <NumberRow
        of="coolingMinutes"
        label={t('settings.reply.cooling')}
        hint={t('settings.reply.coolingHint')}
        unit={t('settings.reply.minutes')}
        range={COOLING}
        problem={t('settings.problem.minutes')}
      />
    </Card>
  );
}
