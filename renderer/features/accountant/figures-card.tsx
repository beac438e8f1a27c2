import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import { CellLink } from '#renderer/components/chart/data-table.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { PeriodFigures } from '#shared/contract/accountant/pack.ts';
import type { Output } from '#shared/contract/index.ts';
import { kindOf, type Period } from '#shared/domain/books/period.ts';
import classes from './accountant.module.css';
import { type FigureRow, figureRows, isEmptyPeriod } from './figure-rows.ts';
import { usePeriodText } from './use-period.ts';

type Figures = Output<'accountant.figures'>;

/** What a figure is made up of; where the list of sales can show it, it opens there. */
function Made(props: { row: FigureRow; figures: PeriodFigures; period: Period }) {
  const { row, figures, period } = props;
  const { t } = useTranslation();
  const go = useGo();
  const made = row.made(figures, t);
  const what = t(`accountant.row.${row.key}`);
  const opens = row.opens(figures);
  if (opens === null) return made;
  const show = () =>
    go(lists.sales.showing({ ...opens, soldFrom: period.from, soldTo: period.to }));
  return (
    <CellLink label={t('accountant.of.open', { what, of: made })} onClick={show}>
      {made === '' ? t('accountant.odd.see') : made}
    </CellLink>
  );
}

/** What a period comes to beside the one before it. */
export function FiguresTable({
  data,
  period,
}: {
  readonly data: Figures;
  readonly period: Period;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const textOf = usePeriodText();
  const { figures, before } = data;
  if (isEmptyPeriod(figures)) return <p className={classes.empty}>{t('accountant.empty')}</p>;
  const rows = figureRows.filter(
    ({ isRare, isThere }) => !isRare || isThere(figures) || isThere(before.figures),
  );
  return (
    <div className={classes.scroll}>
      <table className={classes.figures} aria-label={t('accountant.table.label')} lang={language}>
        <thead>
          <tr>
            <th scope="col">{t('accountant.table.item')}</th>
            <th scope="col">{t('accountant.table.of')}</th>
            <th scope="col">{textOf(kindOf(before) ?? 'own', before)}</th>
            <th scope="col">{textOf(kindOf(period) ?? 'own', period)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-total={row.isTotal || undefined}>
              <th scope="row">{t(`accountant.row.${row.key}`)}</th>
              <td>
                <Made row={row} figures={figures} period={period} />
              </td>
              <td>
                <Money minor={row.of(before.figures)} />
              </td>
              <td>
                <Money minor={row.of(figures)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.rule}>{t('accountant.paidAtOnce')}</p>
    </div>
  );
}
