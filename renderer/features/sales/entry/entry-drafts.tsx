import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { SaleDraft } from '#shared/contract/sales/drafts.ts';
import classes from './entry.module.css';
import { readEntry } from './entry.ts';
import { toEntry, useOtherDrafts } from './entry-draft.ts';

/** What a half-typed sale holds, in a few words: its products, for whom, what it comes to so far, and its day. */
function useDraftWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, today } = useSettings();
  return (draft: SaleDraft) => {
    const entry = toEntry(draft);
    const { lines, toPayMinor } = readEntry(entry, settings, settings.selling);
    const names = lines.map(({ line }) => line.name.trim()).filter((name) => name !== '');
    const what = [names.slice(0, 3).join(', '), entry.customerName ?? entry.newCustomer ?? ''];
    const amount = toPayMinor > 0 ? format.money(toPayMinor) : '';
    const day = entry.soldOn === today ? '' : format.date(entry.soldOn);
    const said = [...what, amount, day].filter((text) => text !== '').join(' · ');
    return said === '' ? t('sales.entry.draft.noProduct') : said;
  };
}

interface Props {
  /** The one that is being typed. */
  readonly current: number;
  onGoOn(draft: SaleDraft): void;
}

/** Sales that were left half-typed: each can be gone on with, or thrown away. */
export function EntryDrafts({ current, onGoOn }: Props) {
  const { t } = useTranslation();
  const wordsOf = useDraftWords();
  const drafts = useOtherDrafts(current);
  const keep = useCommand('sales.keepDraft');
  const drop = useCommand('sales.dropDraft');
  const { offer } = useUndo();
  if (drafts.length === 0) return null;
  const throwAway = async (draft: SaleDraft) => {
    const { ok } = await drop.run({ id: draft.id });
    if (ok) offer(t('sales.entry.draft.dropped'), () => void keep.run({ draft }));
  };
  return (
    <ul className={classes.drafts} aria-label={t('sales.entry.draft.label')}>
      {drafts.map((draft) => (
        <li key={draft.id}>
          <StatusBadge kind="due">{t('sales.entry.draft.here')}</StatusBadge>
          <span className={classes.draftWords}>{wordsOf(draft)}</span>
          <Button size="xs" onClick={() => onGoOn(draft)}>
            {t('sales.entry.draft.goOn')}
          </Button>
          <Button size="xs" onClick={() => void throwAway(draft)}>
            {t('sales.entry.draft.drop')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
