import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { RecordedTable } from '#shared/domain/history/columns.ts';

interface Counted {
  readonly table: string;
  readonly count: number;
}

/** `3 sales, 2 payments and 1 address`: how many rows of what, in the owner's words. */
export function useCounted(): (counted: readonly Counted[]) => string {
  const { t } = useTranslation();
  const { language } = useFormat();
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' });
  const said = ({ table, count }: Counted) => {
    if (table === 'reply_drafts') return t('privacy.erase.drafts', { count });
    if (table === 'sale_drafts') return t('privacy.erase.saleDrafts', { count });
    return t(`history.records.${table as RecordedTable}`, { count });
  };
  return (counted) => list.format(counted.map(said));
}
