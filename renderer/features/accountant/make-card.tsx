import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './accountant.module.css';
import { MadeNote } from './made-note.tsx';
import { OddSales } from './odd-sales.tsx';
import { useMakePack } from './use-make-pack.ts';
import { type PeriodState, usePeriodText } from './use-period.ts';

const FILES = ['excel', 'pdf', 'csv', 'journal'] as const;
type File = (typeof FILES)[number];

const USUAL: Readonly<Record<File, boolean>> = {
  excel: true,
  pdf: true,
  csv: true,
  journal: false,
};

type Templates = Output<'accountant.templates'>;

function Broken({ broken }: Pick<Templates, 'broken'>) {
  const { t } = useTranslation();
  return broken.map(({ file, line, problem, what }) => (
    <p key={file} className={classes.broken}>
      <StatusBadge kind="wrong">
        {t('accountant.make.broken', {
          file,
          line,
          why: t(`accountant.make.problem.${problem}`, { what }),
        })}
      </StatusBadge>
    </p>
  ));
}

interface TemplatesProps {
  readonly found: Templates;
  readonly chosen: readonly string[];
  onToggle(id: string): void;
}

function TemplateChoice({ found, chosen, onToggle }: TemplatesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t('accountant.make.templates')}</legend>
      {found.templates.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={() => onToggle(id)}
        />
      ))}
      <Broken broken={found.broken} />
    </fieldset>
  );
}

/** What goes into a pack. */
function useChoice() {
  const [files, setFiles] = useState(USUAL);
  const [templates, setTemplates] = useState<readonly string[]>([]);
  return {
    files,
    templates,
    isNothing: templates.length === 0 && !FILES.some((file) => files[file]),
    toggleFile: (file: File) => setFiles((former) => ({ ...former, [file]: !former[file] })),
    toggleTemplate: (id: string) =>
      setTemplates((former) =>
        former.includes(id) ? former.filter((one) => one !== id) : [...former, id],
      ),
  };
}

interface FilesProps {
  readonly files: typeof USUAL;
  readonly sheets: number;
  onToggle(file: File): void;
}

function FileChoice({ files, sheets, onToggle }: FilesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.choices} aria-label={t('accountant.make.title')}>
      {FILES.map((file) => (
        <div key={file} className={classes.choice}>
          <Checkbox
            label={t(`accountant.make.${file}`)}
            checked={files[file]}
            onChange={() => onToggle(file)}
          />
          <span className={classes.hint}>{t(`accountant.make.${file}Hint`, { sheets })}</span>
        </div>
      ))}
    </fieldset>
  );
}

interface Props {
  readonly state: PeriodState;
  readonly odd: Output<'accountant.figures'>['odd'];
  /** Of the Excel file. */
  readonly sheets: number;
}

/** Which files and templates, what to look at first, and the making. */
export function MakeCard({ state, odd, sheets }: Props) {
  const { t } = useTranslation();
  const textOf = usePeriodText();
  const choice = useChoice();
  const { task, made, make, open } = useMakePack();
  const { data: found } = useQuery('accountant.templates', {});
  const { period, kind } = state;
  const { files, templates, isNothing } = choice;
  return (
    <Card title={t('accountant.make.title')}>
      <FileChoice files={files} sheets={sheets} onToggle={choice.toggleFile} />
      {found !== undefined && (
        <TemplateChoice found={found} chosen={templates} onToggle={choice.toggleTemplate} />
      )}
      <OddSales odd={odd} period={period} />
      {task.isRunning ? (
        <div className={classes.running}>
          <ProgressLine progress={task.progress} label={t('accountant.make.running')} />
          <Button onClick={task.cancel}>{t('accountant.make.cancel')}</Button>
        </div>
      ) : (
        <Button
          fullWidth
          variant="filled"
          disabled={isNothing}
          onClick={() => void make({ period, files, templates: [...templates] })}
        >
          {t('accountant.make.button', { period: textOf(kind, period) })}
        </Button>
      )}
      {isNothing && <p className={classes.note}>{t('accountant.make.nothing')}</p>}
      {made !== null && !task.isRunning && (
        <MadeNote made={made} names={found?.templates ?? []} onOpen={() => void open(made.path)} />
      )}
    </Card>
  );
}
