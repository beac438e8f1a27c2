import { useTranslation } from 'react-i18next';
import { CellLink, DataTable } from '#renderer/components/chart/data-table.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { rangeText } from './range-text.ts';
import { useWho, valuesBetween } from './use-who.ts';
import { placeBars, type Worth } from './worth-chart.ts';

/** The classes of value with the people of each; each count opens them. */
export function WorthTable({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  return (
    <DataTable
      label={t('insights.worth.question')}
      rows={placeBars(worth)}
      keyOf={(bar) => String(bar.x)}
      columns={[
        { title: t('insights.worth.value'), cell: (bar) => rangeText(t, format, bar) },
        {
          title: t('insights.worth.bandTitle'),
          cell: (bar) => t(`insights.worth.band.${bar.band.band}`),
        },
        {
          title: t('insights.peopleTitle'),
          isNumber: true,
          cell: (bar) =>
            bar.customers === 0 ? (
              format.number(bar.customers)
            ) : (
              <CellLink onClick={() => showWho(valuesBetween(bar))}>
                {format.number(bar.customers)}
              </CellLink>
            ),
        },
      ]}
      sums={[t('insights.all'), '', format.number(worth.customers)]}
    />
  );
}
