import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { Draft, DraftSource } from '#shared/contract/imports-draft.ts';
import type { Output } from '#shared/contract/index.ts';
import { useImport } from '../import-session.ts';
import { columnName, sourceName } from '../source-name.ts';
import { MemoryChoice } from './memory-choice.tsx';
import { mend, remember } from './mend-work.ts';
import classes from './mending.module.css';
import { stepColumn, stepText } from './step-text.ts';

type Step = DraftSource['steps'][number];
type Done = Output<'imports.mending'>['done'];

/** What the change has made of the rows, where it was the last one. */
function Effect({ sourceId, id }: { readonly sourceId: number; readonly id: number }) {
  const { t } = useTranslation();
  const { effect, checks } = useImport();
  if (effect?.sourceId !== sourceId || effect.step !== id || effect.checks !== checks) return null;
  const { noLongerWrong, newlyWrong } = effect;
  return (
    <>
      {noLongerWrong > 0 && (
        <StatusBadge kind="good">
          {t('import.mend.noLongerWrong', { count: noLongerWrong })}
        </StatusBadge>
      )}
      {newlyWrong > 0 && (
        <StatusBadge kind="wrong">{t('import.mend.newlyWrong', { count: newlyWrong })}</StatusBadge>
      )}
      {noLongerWrong + newlyWrong === 0 && <small>{t('import.mend.sameWrong')}</small>}
    </>
  );
}

interface LineProps {
  readonly source: DraftSource;
  readonly step: Step;
  readonly done: Done[number] | undefined;
}

function Buttons({ source, step: { id, state }, name }: LineProps & { readonly name: string }) {
  const { t } = useTranslation();
  const isBusy = useImport((each) => each.work !== null);
  const button = (kind: 'use' | 'take-back') => (
    <Button
      size="xs"
      {...(kind === 'use' ? {} : { variant: 'subtle' as const })}
      {...(kind === 'use' && state === 'waiting' ? { 'data-answers-rule': '' } : {})}
      disabled={isBusy}
      aria-label={t(kind === 'use' ? 'import.mend.useOf' : 'import.mend.takeBackOf', { name })}
      onClick={() => void mend(source.id, { kind, id })}
    >
      {t(kind === 'use' ? 'import.mend.use' : 'import.mend.notNow')}
    </Button>
  );
  if (state === 'applied')
    return (
      <Button
        size="xs"
        variant="subtle"
        disabled={isBusy}
        aria-label={t('import.mend.takeBackOf', { name })}
        onClick={() => void mend(source.id, { kind: 'take-back', id })}
      >
        {t('import.fix.takeBack')}
      </Button>
    );
  return (
    <>
      {button('use')}
      {state === 'waiting' && button('take-back')}
    </>
  );
}

function Line(props: LineProps) {
  const { source, step, done } = props;
  const { t } = useTranslation();
  const { id, state, memory, isFromLayout } = step;
  const isOfMany = useImport((each) => (each.draft?.sources.length ?? 0) > 1);
  const name = stepText(t, stepColumn(t, source, step.step.column), step.step);
  const isApplied = state === 'applied' && done !== undefined;
  const rows = t('import.check.rowCount', { count: done?.rows ?? 0 });
  return (
    <li>
      <span className={classes.what}>
        <span>{isOfMany ? `${sourceName(source)}: ${name}` : name}</span>
        {isFromLayout && <small>{t('import.mend.fromLayout')}</small>}
        {state === 'waiting' && <StatusBadge kind="due">{t('import.mend.waits')}</StatusBadge>}
        {state === 'declined' && (
          <small>{t(source.isReturned ? 'import.mend.doneBefore' : 'import.mend.declined')}</small>
        )}
        {isApplied && (
          <small>
            {done.cells === 0
              ? t('import.mend.didNothing')
              : t('import.mend.did', { count: done.cells, rows })}
          </small>
        )}
        {isApplied && done.decimals > 0 && (
          <small>{t('import.mend.decimals', { count: done.decimals })}</small>
        )}
        {isApplied && done.totals > 0 && (
          <small>{t('import.mend.totals', { count: done.totals })}</small>
        )}
        <Effect sourceId={source.id} id={id} />
      </span>
      {source.isRememberable && (
        <MemoryChoice
          label={t('import.mend.nextOf', { name })}
          value={memory}
          isKnown={isFromLayout}
          onChange={(next) => void remember(source.id, { kind: 'step', id, memory: next })}
        />
      )}
      <span className={classes.buttons}>
        <Buttons {...props} name={name} />
      </span>
    </li>
  );
}

interface UnusedProps {
  readonly source: DraftSource;
  readonly unused: DraftSource['unusedSteps'][number];
}

/** A step for a column that the file has not, as it is read now. */
function Unused({ source, unused: { step, header: title } }: UnusedProps) {
  const { t } = useTranslation();
  const isOfMany = useImport((each) => (each.draft?.sources.length ?? 0) > 1);
  const header = columnName(t, { header: title, index: step.column ?? 0 });
  const name = stepText(t, header, step);
  return (
    <li>
      <span className={classes.what}>
        <span>{isOfMany ? `${sourceName(source)}: ${name}` : name}</span>
        <small>{t('import.mend.unused', { header })}</small>
      </span>
    </li>
  );
}

interface Props {
  readonly draft: Draft;
  readonly done: Done;
}

/** What is changed of the rows before they come in: each to be seen, taken back, remembered. */
export function StepList({ draft, done }: Props) {
  const { t } = useTranslation();
  const sources = draft.sources.filter(
    ({ isIncluded, steps, unusedSteps }) => isIncluded && steps.length + unusedSteps.length > 0,
  );
  if (sources.length === 0) return null;
  return (
    <ul className={classes.steps} aria-label={t('import.mend.steps')}>
      {sources.flatMap((source) => [
        ...source.steps.map((step) => (
          <Line
            key={`${source.id} ${step.id}`}
            source={source}
            step={step}
            done={done.find((each) => each.sourceId === source.id && each.id === step.id)}
          />
        )),
        ...source.unusedSteps.map((unused) => (
          <Unused key={`${source.id} ${JSON.stringify(unused)}`} source={source} unused={unused} />
        )),
      ])}
    </ul>
  );
}
