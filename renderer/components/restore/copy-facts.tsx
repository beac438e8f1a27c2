import { useTranslation } from 'react-i18next';
import { localeTag } from '#renderer/components/format-date.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import classes from './restore.module.css';
import { useMoment } from './use-moment.ts';
import type { Preview } from './use-restore.ts';

const COUNTED = ['customers', 'sales', 'payments', 'interactions', 'complaints', 'others'] as const;

type Same = Extract<Preview['present'], { kind: 'same' }>;

/** What would be lost, each kind by its number. */
function useLostText({ lost }: Same): string {
  const { t, i18n } = useTranslation();
  const parts = COUNTED.filter((kind) => lost[kind] > 0).map((kind) =>
    t(`restore.counts.${kind}`, { count: lost[kind] }),
  );
  if (lost.settings) parts.push(t('restore.counts.settings'));
  return new Intl.ListFormat(localeTag(i18n.language === 'id' ? 'id' : 'en')).format(parts);
}

function SamePresent({ present }: { readonly present: Same }) {
  const { t } = useTranslation();
  const lost = useLostText(present);
  return (
    <>
      {lost === '' ? (
        <StatusBadge kind="good">{t('restore.present.nothingLost')}</StatusBadge>
      ) : (
        <p className={classes.warning}>{t('restore.present.lost', { what: lost })}</p>
      )}
      {present.gained > 0 && <p>{t('restore.present.gained', { count: present.gained })}</p>}
    </>
  );
}

/** What a copy holds and what would be lost with it, in sentences. */
export function CopyFacts({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const moment = useMoment(preview.timeZone);
  const { madeAt, appVersion, fileName, shopName, customers, sales, trashed, present } = preview;
  const { lastChangeAt } = preview;
  return (
    <div className={classes.facts}>
      <p className={classes.holds}>
        {t('restore.holds', {
          shop: shopName === '' ? t('restore.nameless') : shopName,
          customers: t('settings.data.customers', { count: customers }),
          sales: t('settings.data.sales', { count: sales }),
        })}{' '}
        {trashed > 0 && t('restore.trashed', { count: trashed })}
      </p>
      <p>
        {madeAt === null
          ? t('restore.unproven', { file: fileName })
          : t('restore.made', { when: moment(madeAt), version: appVersion ?? '' })}{' '}
        {lastChangeAt === null
          ? t('restore.noChange')
          : t('restore.lastChange', { when: moment(lastChangeAt) })}{' '}
        {preview.isOlder && t('restore.older')}
      </p>
      {present.kind === 'same' ? (
        <SamePresent present={present} />
      ) : (
        <p className={present.kind === 'empty' ? undefined : classes.warning}>
          {t(`restore.present.${present.kind}`)}
        </p>
      )}
      {preview.afterwards !== null && <p>{t(`restore.afterwards.${preview.afterwards}`)}</p>}
      {present.kind !== 'empty' && (
        <p>{t(present.kind === 'unreadable' ? 'restore.setAside' : 'restore.kept')}</p>
      )}
    </div>
  );
}
