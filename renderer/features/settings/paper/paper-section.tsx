import { Select, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { type PaperSettings, rollWidths } from '#shared/contract/sales/paper.ts';
import { SettingRow } from '../setting-row.tsx';
import { usePart } from '../use-part.ts';
import { LogoRow } from './logo-row.tsx';

interface TextProps {
  readonly of: Exclude<keyof PaperSettings, 'roll'>;
  readonly letters: number;
  /** Over several lines. */
  readonly isLong?: boolean;
  readonly hint?: string;
}

/** One of the texts that are printed. */
function PaperText({ of, letters, isLong = false, hint }: TextProps) {
  const { t } = useTranslation();
  const saved = useSaved();
  const { value, change } = usePart('paper', saved);
  const id = useId();
  const draft = useDraft<string>({
    value: value[of],
    write: (text) => text,
    read: (text) =>
      text.trim().length <= letters ? { ok: true, value: text.trim() } : { ok: false },
    save: (text) => change((former) => ({ ...former, [of]: text })),
  });
  const error = draft.isWrong && t('settings.problem.long', { letters });
  return (
    <SettingRow label={t(`settings.paper.${of}`)} htmlFor={id} hint={hint} saved={saved}>
      {isLong ? (
        <Textarea id={id} autosize minRows={2} maxRows={6} error={error} {...draft.input} />
      ) : (
        <TextInput id={id} error={error} {...draft.input} />
      )}
    </SettingRow>
  );
}

function RollRow() {
  const { t } = useTranslation();
  const saved = useSaved();
  const { value, change } = usePart('paper', saved);
  const id = useId();
  return (
    <SettingRow
      label={t('settings.paper.roll')}
      htmlFor={id}
      hint={t('settings.paper.rollHint')}
      saved={saved}
    >
      <Select
        id={id}
        allowDeselect={false}
        data={rollWidths.map((width) => ({ value: width, label: `${width} mm` }))}
        value={value.roll}
        onChange={(roll) => roll !== null && void change((former) => ({ ...former, roll }))}
      />
    </SettingRow>
  );
}

/** What stands on receipts and invoices beside the shop's name. */
export function PaperSection() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.paper.title')}>
      <PaperText of="address" letters={300} isLong hint={t('settings.paper.addressHint')} />
      <PaperText of="phone" letters={60} />
      <PaperText of="taxId" letters={60} />
      <PaperText of="closing" letters={300} isLong hint={t('settings.paper.closingHint')} />
      <RollRow />
      <LogoRow />
    </Card>
  );
}
