import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { usePeriodName } from '#renderer/components/locked/use-period-name.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { PackChange, PackRow } from '#shared/contract/accountant/periods.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import classes from './periods.module.css';

const SHOWN = 200;
const SIGNS = { new: 'new', changed: 'changed', gone: 'wrong' } as const;

/** What a row is, by its kind and number; a sale that is still there leads to its page. */
function What({ change }: { readonly change: PackChange }) {
  const { t } = useTranslation();
  const { entity, id, label, kind } = change;
  const name =
    label === '' ? t(`period.entity.${entity}`) : `${t(`period.entity.${entity}`)} ${label}`;
  if (entity !== 'sales' || kind === 'gone') return name;
  return <Link href={addressOf({ sale: id as SaleId })}>{name}</Link>;
}

/** An amount with its day; nothing where there was or is none. */
function Side({ day, minor }: { readonly day: string | null; readonly minor: number | null }) {
  if (day === null || minor === null) return <span aria-hidden="true">–</span>;
  return (
    <>
      <Money minor={minor} />
      <span className={classes.sub}>
        <DateText iso={day} short />
      </span>
    </>
  );
}

function ChangeRow({ change }: { readonly change: PackChange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, wasOn, isOn, wasMinor, isMinor, differenceMinor, owedDifferenceMinor } = change;
  return (
    <tr>
      <th scope="row">
        <What change={change} />
        <span className={classes.sub}>
          <StatusBadge kind={SIGNS[kind]}>{t(`period.changes.${kind}`)}</StatusBadge>
        </span>
      </th>
      <td className={classes.n}>
        <Side day={wasOn} minor={wasMinor} />
      </td>
      <td className={classes.n}>
        <Side day={isOn} minor={isMinor} />
      </td>
      <td className={classes.n}>
        {differenceMinor === 0 && kind === 'changed' ? (
          t('period.changes.sameAmount')
        ) : (
          <Money minor={differenceMinor} />
        )}
        {owedDifferenceMinor !== 0 && (
          <span className={classes.sub}>
            {t('period.packs.owed', { amount: format.money(owedDifferenceMinor) })}
          </span>
        )}
      </td>
    </tr>
  );
}

function Changes({ since, rows }: Output<'accountant.changes'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { changes, revenueMinor, owedMinor } = since;
  return (
    <>
      <p>
        {t('period.changes.sum', {
          count: changes,
          revenue: format.money(revenueMinor),
          owed: format.money(owedMinor),
        })}
      </p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('period.changes.what')}</th>
              <th scope="col" className={classes.n}>
                {t('period.changes.was')}
              </th>
              <th scope="col" className={classes.n}>
                {t('period.changes.is')}
              </th>
              <th scope="col" className={classes.n}>
                {t('period.changes.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((change) => (
              <ChangeRow key={`${change.entity}${change.id}`} change={change} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < changes && (
        <p className={classes.note}>{t('period.changes.first', { count: rows.length })}</p>
      )}
    </>
  );
}

interface Props {
  readonly pack: PackRow;
  onClose(): void;
}

/** Row by row what is not as the pack has it. */
export function ChangesDialog({ pack, onClose }: Props) {
  const { t } = useTranslation();
  const period = usePeriodName()(pack);
  const { data, error } = useQuery('accountant.changes', { packId: pack.id, limit: SHOWN });
  return (
    <Dialog title={t('period.changes.title', { period })} size="lg" onClose={onClose}>
      <div className={classes.form}>
        {error !== null && <ErrorState error={error.error} />}
        {data === undefined && error === null && <p>{t('period.packs.comparing')}</p>}
        {data !== undefined && <Changes {...data} />}
        <div className={classes.ways}>
          <Button variant="filled" data-autofocus onClick={onClose}>
            {t('period.changes.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
