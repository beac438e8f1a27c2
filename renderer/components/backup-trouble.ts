import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import { useFormat } from './use-format.ts';

export interface BackupTrouble {
  readonly kind: 'failed' | 'shop' | 'copies';
  /** What happened, and since when. */
  readonly text: string;
}

/** What is wrong with the copies or the shop's own file, the worst first; null: nothing. */
export function useBackupTrouble(): BackupTrouble | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('backups.trouble', {});
  if (data === undefined) return null;
  const { shopDamagedAt, failed, damagedCopies } = data;
  if (shopDamagedAt !== null) {
    const when = format.moment(shopDamagedAt);
    return { kind: 'shop', text: t('backups.trouble.shop', { when }) };
  }
  if (failed !== null) {
    const values = { when: format.moment(failed.since), why: t(`backups.why.${failed.reason}`) };
    return { kind: 'failed', text: t('backups.trouble.failed', values) };
  }
  if (damagedCopies === 0) return null;
  return { kind: 'copies', text: t('backups.trouble.copies', { count: damagedCopies }) };
}
