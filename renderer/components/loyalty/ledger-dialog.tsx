import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { PointLineRow } from '#shared/contract/loyalty/shapes.ts';
import type { PointKind } from '#shared/domain/vocabulary/loyalty.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './points.module.css';

const PAGE = 100;
const MOST = 500;

/** Why the line is there: its sale, or what was written with it. */
function Why({ line, onClose }: { readonly line: PointLineRow; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sale, what, worthMinor } = line;
  const link = sale !== null && (
    <Link href={addressOf({ sale: sale.id })} onClick={onClose}>
      {sale.number === null
        ? t('customer.saleNoNumber')
        : t('customer.sale', { number: sale.number })}
    </Link>
  );
  const said =
    worthMinor === null ? what : t('loyalty.line.off', { money: format.money(worthMinor) });
  return (
    <>
      {said}
      {said !== null && sale !== null && ' · '}
      {link}
    </>
  );
}

function useColumns(onClose: () => void): DataColumn<PointLineRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = (points: number) => `${points > 0 ? '+' : ''}${format.number(points)}`;
  return [
    { title: t('loyalty.line.on'), cell: ({ on }) => <DateText iso={on} short /> },
    { title: t('loyalty.line.kind'), cell: ({ kind }) => t(`loyalty.kind.${kind}`) },
    {
      title: t('loyalty.line.points'),
      isNumber: true,
      cell: ({ points }) => signed(points),
    },
    {
      title: t('loyalty.line.left'),
      isNumber: true,
      cell: ({ balance }) => format.number(balance),
    },
    { title: t('loyalty.line.why'), cell: (line) => <Why line={line} onClose={onClose} /> },
    {
      title: t('loyalty.line.until'),
      cell: ({ lastOn, points }) =>
        points > 0 && lastOn !== null ? <DateText iso={lastOn} short /> : null,
    },
  ];
}

/** Of what the balance is made, in a sentence. */
function useSums(): (data: Output<'loyalty.ledger'>) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ sums, balance }) => {
    const parts = sums.map(({ kind, points }) =>
      t('loyalty.line.part', { kind: t(`loyalty.kind.${kind}`), points: format.number(points) }),
    );
    return t('loyalty.line.sums', { parts: parts.join(' · '), balance: format.number(balance) });
  };
}

interface Props {
  readonly customerId: CustomerId;
  readonly name: string;
  onClose(): void;
}

interface FilterProps {
  readonly sums: Output<'loyalty.ledger'>['sums'];
  readonly kinds: readonly PointKind[];
  onChange(kinds: readonly PointKind[]): void;
}

function KindFilter({ sums, kinds, onChange }: FilterProps) {
  const { t } = useTranslation();
  return (
    <ChoiceMenu
      title={t('loyalty.line.kind')}
      choices={sums.map(({ kind, count }) => ({
        value: kind,
        label: t(`loyalty.kind.${kind}`),
        count,
      }))}
      chosen={kinds}
      onToggle={(kind) =>
        onChange(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])
      }
      onClear={() => onChange([])}
    />
  );
}

/** Every line that moved somebody's points, the newest first, each leading to its sale. */
export function LedgerDialog({ customerId, name, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [kinds, setKinds] = useState<readonly PointKind[]>([]);
  const [limit, setLimit] = useState(PAGE);
  const asked = { customerId, kinds: [...kinds], limit };
  const { data } = useQuery('loyalty.ledger', asked, { keepPrevious: true });
  const columns = useColumns(onClose);
  const sumsOf = useSums();
  if (data === undefined) return null;
  const { lines, sums, count } = data;
  const title = t('loyalty.line.title', { name });
  return (
    <Dialog title={title} size="xl" onClose={onClose}>
      <div className={classes.ledger}>
        <p className={classes.quiet}>{sumsOf(data)}</p>
        <KindFilter sums={sums} kinds={kinds} onChange={setKinds} />
        <DataTable
          label={title}
          rows={lines}
          keyOf={(line) => String(count - lines.indexOf(line))}
          columns={columns}
        />
        {lines.length < count && (
          <p className={classes.foot}>
            <span>
              {t('loyalty.line.shown', {
                shown: format.number(lines.length),
                all: format.number(count),
              })}
            </span>
            {limit < MOST && (
              <Button size="xs" onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
                {t('loyalty.line.more')}
              </Button>
            )}
          </p>
        )}
      </div>
    </Dialog>
  );
}
