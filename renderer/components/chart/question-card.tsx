import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartBar, IconCopy, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import classes from './chart.module.css';
import { useInk } from './ink.ts';
import { copyPicture, drawPicture } from './picture.ts';

interface Props {
  readonly question: string;
  /** The answer in a sentence, with its figures. */
  readonly finding: string;
  /** What is counted and in which unit. */
  readonly plotted?: string;
  readonly children: ReactNode;
  /** The figures behind the chart; without it there is neither a switch nor a picture. */
  readonly table?: ReactNode;
  /** Name of the saved picture, without ending. */
  readonly fileName?: string;
  /** Under the chart: who they are, and what to look at. */
  readonly foot?: ReactNode;
}

interface ToolProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly isPressed?: boolean;
  onClick(): void;
}

function Tool({ label, children, isPressed, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-pressed={isPressed} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

interface ToolsProps {
  readonly isTable: boolean;
  onSwitch(): void;
  onCopy(): Promise<void>;
}

/** The chart or the figures behind it, and the chart as a picture. */
function Tools({ isTable, onSwitch, onCopy }: ToolsProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.tools}>
      <Tool
        label={t(isTable ? 'insights.showChart' : 'insights.showTable')}
        isPressed={isTable}
        onClick={onSwitch}
      >
        {isTable ? <IconChartBar {...ICON} /> : <IconTable {...ICON} />}
      </Tool>
      {!isTable && (
        <Tool label={t('insights.copyPicture')} onClick={() => void onCopy()}>
          <IconCopy {...ICON} />
        </Tool>
      )}
    </span>
  );
}

/** One question: its finding as the title, what is plotted, the chart, and the table behind it. */
export function QuestionCard(props: Props) {
  const { question, finding, plotted, children, table, fileName = 'langgan', foot } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const { say } = useUndo();
  const ink = useInk();
  const [titleId, questionId] = [useId(), useId()];
  const body = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  const copy = async () => {
    const charts = [...(body.current?.querySelectorAll('canvas') ?? [])];
    const shop = settings.shopName === '' ? t('app.name') : settings.shopName;
    const source = t('insights.pictureSource', { shop, date: format.date(format.today) });
    const picture = drawPicture(charts, { title: finding, plotted: plotted ?? '', source }, ink);
    const done = await copyPicture(picture, `${fileName}-${format.today}.png`);
    say(t(done === 'copied' ? 'insights.pictureCopied' : 'insights.pictureSaved'));
  };
  return (
    <section className={classes.card} aria-labelledby={`${titleId} ${questionId}`}>
      <header className={classes.head}>
        <p id={questionId} className={classes.question}>
          {question}
        </p>
        {table !== undefined && (
          <Tools isTable={isTable} onSwitch={() => setTable(!isTable)} onCopy={copy} />
        )}
        <h2 id={titleId} className={classes.finding}>
          {finding}
        </h2>
        {plotted !== undefined && <p className={classes.plotted}>{plotted}</p>}
      </header>
      <div className={classes.body} ref={body}>
        {isTable ? table : children}
      </div>
      {foot !== undefined && <footer className={classes.foot}>{foot}</footer>}
    </section>
  );
}
