import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Sign, type SignKind } from '#renderer/components/sign/sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { TILES, type Tile } from '../problem-groups.ts';
import { changedText, skippedText } from '../report-text.ts';
import classes from './check.module.css';

const SIGNS: Readonly<Record<Exclude<Tile, 'read'>, SignKind>> = {
  added: 'new',
  updated: 'changed',
  unchanged: 'waiting',
  skipped: 'waiting',
  wrong: 'wrong',
};

/** What rows are about, what an owner looks for first. */
const ADDED = ['complaints', 'contacts', 'customers', 'products', 'sales'] as const;

function noteOf(t: Translate, format: Format, tile: Tile, report: ImportReport): string {
  const { counts } = report;
  if (tile === 'read') return t('import.tile.readNote');
  if (counts[tile] === 0) return t('import.tile.none');
  if (tile === 'unchanged') return t('import.tile.unchangedNote');
  if (tile === 'skipped') return skippedText(t, report);
  if (tile === 'updated') {
    return changedText(t, report, 2, format.number) || t('import.tile.updatedNote');
  }
  if (tile === 'wrong') {
    const kinds = report.problems.filter((group) => group.outcome === 'wrong');
    return t('import.tile.problems', { count: new Set(kinds.map((group) => group.problem)).size });
  }
  return ADDED.filter((entity) => report[entity].added > 0)
    .map((entity) => t(`import.tile.${entity}`, { count: report[entity].added }))
    .join(', ');
}

interface Props {
  readonly report: ImportReport;
  readonly shown: Tile;
  onShow(tile: Tile): void;
}

/** What becomes of the rows, in six figures that add up; each is a filter. */
export function CountTiles({ report, shown, onShow }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <fieldset
      className={classes.tiles}
      aria-label={t('import.tile.label')}
      title={t('import.tile.addsUp')}
    >
      {TILES.map((tile) => {
        const count = report.counts[tile];
        return (
          <button
            key={tile}
            type="button"
            aria-pressed={tile === shown}
            onClick={() => onShow(tile)}
          >
            {tile === 'read' ? (
              <span className={classes.all}>{t('import.tile.read')}</span>
            ) : (
              <StatusBadge kind={tile === 'wrong' && count === 0 ? 'waiting' : SIGNS[tile]}>
                {t(`import.tile.${tile}`)}
              </StatusBadge>
            )}
            <b>{format.number(count)}</b>
            <small>{noteOf(t, format, tile, report)}</small>
          </button>
        );
      })}
    </fieldset>
  );
}

/** The shape that goes with a group of problems. */
export function OutcomeSign({ outcome }: { readonly outcome: Exclude<Tile, 'read'> }) {
  const kind: SignKind = outcome === 'wrong' ? 'wrong' : outcome === 'skipped' ? 'waiting' : 'due';
  return (
    <span className={classes.signs} data-outcome={outcome} data-kind={kind}>
      <Sign kind={kind} />
    </span>
  );
}
