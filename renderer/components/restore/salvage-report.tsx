import { useTranslation } from 'react-i18next';
import type { SalvageReport as Report } from '#shared/contract/restore/salvage.ts';
import classes from './salvage.module.css';

type Kind = Report['kinds'][number];

/** The newest whole copy, to be held against what can be read. */
export interface SideCopy {
  /** When it was made, in words. */
  readonly when: string;
  readonly customers: number;
  readonly sales: number;
}

/** Why rows of a kind are not saved, each cause by its number. */
function NotSaved({ kind: { lost, isAtLeast, left } }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  if (lost + left === 0 && !isAtLeast) return <>{t('restore.salvage.none')}</>;
  const parts = [
    lost > 0 &&
      t(isAtLeast ? 'restore.salvage.lostAtLeast' : 'restore.salvage.lost', { count: lost }),
    lost === 0 && isAtLeast && t('restore.salvage.lostUnknown'),
    left > 0 && t('restore.salvage.left', { count: left }),
  ];
  return <>{parts.filter((part) => part !== false).join(', ')}</>;
}

function KindTable({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('restore.salvage.table')}>
        <thead>
          <tr>
            <th scope="col">{t('restore.salvage.kindColumn')}</th>
            <th scope="col" className={classes.n}>
              {t('restore.salvage.savedColumn')}
            </th>
            <th scope="col">{t('restore.salvage.lostColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row">{t(`restore.salvage.kind.${kind.kind}`)}</th>
              <td className={classes.n}>{t('restore.salvage.count', { count: kind.saved })}</td>
              <td>
                <NotSaved kind={kind} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The backup and the damaged file, each with what it holds: the owner chooses. */
function SideBySide({ report, copy }: { readonly report: Report; readonly copy: SideCopy | null }) {
  const { t } = useTranslation();
  const { since } = report;
  const words = ({ customers, sales }: { customers: number; sales: number }) => ({
    customers: t('settings.data.customers', { count: customers }),
    sales: t('settings.data.sales', { count: sales }),
  });
  return (
    <dl className={classes.sides}>
      <dt>{t('restore.salvage.readable')}</dt>
      <dd>
        {t('restore.salvage.holds', words(report))}
        {since !== null && ` ${t('restore.salvage.since', words(since))}`}
      </dd>
      {copy !== null && (
        <>
          <dt>{t('restore.salvage.backup', { when: copy.when })}</dt>
          <dd>{t('restore.salvage.holds', words(copy))}</dd>
        </>
      )}
    </dl>
  );
}

/** What was done so that what was read holds together, and what that may have cost. */
function Notes({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { named, loosened, partial, pages, log, kinds } = report;
  const lost = kinds.reduce((sum, kind) => sum + kind.lost + kind.left, 0);
  return (
    <>
      {pages !== null && pages.unread > 0 && (
        <p>{t('restore.salvage.pages', { count: pages.unread, total: pages.total })}</p>
      )}
      {pages === null && lost > 0 && <p>{t('restore.salvage.sealed')}</p>}
      {log === 'cut' && <p className={classes.warning}>{t('restore.salvage.cut')}</p>}
      {named.customers > 0 && (
        <p>{t('restore.salvage.namedCustomers', { count: named.customers })}</p>
      )}
      {named.products > 0 && <p>{t('restore.salvage.namedProducts', { count: named.products })}</p>}
      {loosened > 0 && <p>{t('restore.salvage.loosened', { count: loosened })}</p>}
      {partial > 0 && <p>{t('restore.salvage.partial', { count: partial })}</p>}
    </>
  );
}

interface Props {
  readonly report: Report;
  readonly copy: SideCopy | null;
}

/** What of a damaged file can be saved and what cannot, before any of it takes the shop's place. */
export function SalvageFacts({ report, copy }: Props) {
  const { t } = useTranslation();
  const { shopName, kinds } = report;
  const missing = kinds.some(({ lost, left, isAtLeast }) => lost + left > 0 || isAtLeast);
  return (
    <div className={classes.facts}>
      <p className={classes.head}>
        {t(missing ? 'restore.salvage.some' : 'restore.salvage.all', {
          shop: shopName === '' ? t('restore.nameless') : shopName,
        })}
      </p>
      <SideBySide report={report} copy={copy} />
      <KindTable kinds={kinds} />
      <Notes report={report} />
      <p>{t('restore.salvage.computed')}</p>
      <p>{t('restore.salvage.setAside')}</p>
    </div>
  );
}
