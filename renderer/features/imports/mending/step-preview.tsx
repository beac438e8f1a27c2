import { useTranslation } from 'react-i18next';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import type { Output } from '#shared/contract/index.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import table from '../table.module.css';
import classes from './mending.module.css';
import { filledText, shownCells, stepColumn } from './step-text.ts';

type Told = Output<'imports.previewMend'>;

interface Props {
  readonly source: DraftSource;
  readonly kind: MendStep['kind'];
  readonly told: Told;
}

/** Some of the cells, as they are and as they would be. */
function Replaced({ source, told }: Omit<Props, 'kind'>) {
  const { t } = useTranslation();
  const titles = ['row', 'column', 'before', 'after'] as const;
  return (
    <section
      className={classes.examples}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label={t('import.mend.examples')}
    >
      <table className={table.table}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title}>{t(`import.mend.head.${title}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.examples.map(({ row, column, before, after }) => (
            <tr key={`${row} ${column}`}>
              <td>{row}</td>
              <td>{stepColumn(t, source, column)}</td>
              <td>
                <del>{before}</del>
              </td>
              <td>{after === null ? t('import.check.blank') : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Which rows get what from where. */
function Filled({ told }: Pick<Props, 'told'>) {
  const { t } = useTranslation();
  return (
    <ul className={classes.groups} aria-label={t('import.mend.examples')}>
      {told.examples.map((example) => (
        <li key={example.row}>{filledText(t, example)}</li>
      ))}
    </ul>
  );
}

/** What a step would change, counted and shown before anything is. */
export function StepPreview({ source, kind, told }: Props) {
  const { t } = useTranslation();
  const { cells, rows, tooLong, decimals, unfilled, below, totals, examples } = told;
  const shown = shownCells(examples);
  const said = { count: cells, rows: t('import.check.rowCount', { count: rows }) };
  return (
    <div className={classes.preview}>
      <div role="status">
        {cells === 0 ? (
          <p>{t(kind === 'fill' ? 'import.mend.nothingToFill' : 'import.mend.notFound')}</p>
        ) : (
          <p>{t(kind === 'fill' ? 'import.mend.wouldFill' : 'import.mend.wouldChange', said)}</p>
        )}
        {tooLong > 0 && <p>{t('import.mend.tooLong', { count: tooLong })}</p>}
        {decimals > 0 && <p>{t('import.mend.decimals', { count: decimals })}</p>}
        {unfilled > 0 && <p>{t('import.mend.unfilled', { count: unfilled })}</p>}
        {below > 0 && <p>{t('import.mend.below', { count: below })}</p>}
        {totals > 0 && <p>{t('import.mend.totals', { count: totals })}</p>}
        {cells > 0 && shown < cells && <p>{t('import.mend.shown', { count: cells, shown })}</p>}
      </div>
      {cells > 0 && kind === 'replace' && <Replaced source={source} told={told} />}
      {cells > 0 && kind === 'fill' && <Filled told={told} />}
    </div>
  );
}
