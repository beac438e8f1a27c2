import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { BoardStage, ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { isOpen } from '#shared/domain/vocabulary/prospects.ts';
import type { Moving } from '../moving/use-move.tsx';
import { useLeftOut } from '../use-sums-text.ts';
import classes from './board.module.css';
import { DRAGGED } from './dragged.ts';
import { ProspectCard } from './prospect-card.tsx';

interface Props {
  readonly stage: BoardStage;
  /** Won and lost are shown from this day on. */
  readonly endedFrom: string;
  /** Where a card that is dropped here may come from. */
  readonly all: readonly BoardStage[];
  readonly moving: Moving;
  onEdit(row: ProspectRow): void;
}

/** What a stage comes to, and how long prospects stay in it. */
function StageFigures({ stage, endedFrom }: Pick<Props, 'stage' | 'endedFrom'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const leftOutOf = useLeftOut();
  const { worthMinor, weightedMinor, averageDays, left } = stage;
  const leftOut = leftOutOf(stage);
  const worth = (
    <span title={format.money(worthMinor)}>
      {t('prospects.worth', { amount: format.money(worthMinor, { short: true }) })}
    </span>
  );
  if (!isOpen(stage.stage))
    return (
      <>
        {worth}
        <span>{t('prospects.endedFrom', { date: format.dayOfYear(endedFrom) })}</span>
        {leftOut !== null && <span>{leftOut}</span>}
      </>
    );
  return (
    <>
      {worth}
      <span title={`${t('prospects.weightedHint')}: ${format.money(weightedMinor)}`}>
        {t('prospects.weighted', { amount: format.money(weightedMinor, { short: true }) })}
      </span>
      <span>
        {averageDays === null
          ? t('prospects.averageNone')
          : t('prospects.average', { count: left, days: format.number(averageDays, 1) })}
      </span>
      {leftOut !== null && <span>{leftOut}</span>}
    </>
  );
}

/** Takes a card that is dragged over it and let go. */
function useDrop({ stage, all, moving }: Props) {
  const [isOver, setOver] = useState(false);
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED);
  return {
    'data-over': isOver || undefined,
    onDragOver: (event: DragEvent) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      const id = Number(event.dataTransfer.getData(DRAGGED));
      const row = all.flatMap(({ rows }) => rows).find((one) => one.id === id);
      if (row !== undefined && row.stage !== stage.stage) moving.move(row, stage.stage);
    },
  };
}

/** One stage: what it comes to, and its prospects. */
export function StageColumn(props: Props) {
  const { stage, endedFrom, moving, onEdit } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const drop = useDrop(props);
  const { count, rows } = stage;
  const more = count - rows.length;
  const showing = lists.prospects.showing({ stages: [stage.stage] });
  return (
    <section className={classes.stage} aria-labelledby={titleId} {...drop}>
      <header>
        <h2 id={titleId}>
          {t(`prospects.stage.${stage.stage}`)} <span>{format.number(count)}</span>
        </h2>
        <StageFigures stage={stage} endedFrom={endedFrom} />
      </header>
      <ul data-stage={stage.stage}>
        {rows.map((row) => (
          <ProspectCard key={row.id} row={row} moving={moving} onEdit={() => onEdit(row)} />
        ))}
        {rows.length === 0 && <li className={classes.none}>{t('prospects.stageEmpty')}</li>}
      </ul>
      {more > 0 && <Link href={showing}>{t('prospects.more', { count: more })}</Link>}
      {more <= 0 && !isOpen(stage.stage) && <Link href={showing}>{t('prospects.all')}</Link>}
    </section>
  );
}
