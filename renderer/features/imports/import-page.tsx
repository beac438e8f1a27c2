import { useEffect, useLayoutEffect, useRef } from 'react';
import { useSettings } from '#renderer/data/settings.ts';
import { useUi } from '#renderer/state/ui.ts';
import { CheckStep } from './check/check-step.tsx';
import { ColumnsStep } from './columns/columns-step.tsx';
import { DoneStep } from './done/done-step.tsx';
import { FilesStep } from './files/files-step.tsx';
import { enterShop, type Step, useImport } from './import-session.ts';
import { ImportStart } from './import-start.tsx';
import { receiveFiles } from './receive-files.ts';
import { StepHead } from './step-head.tsx';
import classes from './wizard.module.css';

const BODY: Readonly<Record<Step, () => React.ReactNode>> = {
  files: FilesStep,
  columns: ColumnsStep,
  check: CheckStep,
  done: DoneStep,
};

/** Takes what was dropped on the window as soon as nothing else runs. */
function useDroppedFiles(): void {
  const dropped = useUi((state) => state.droppedFiles);
  const isBusy = useImport((state) => state.work !== null);
  useEffect(() => {
    if (dropped.length === 0 || isBusy) return;
    const files = useUi.getState().takeDroppedFiles();
    if (files.length > 0) void receiveFiles(files);
  }, [dropped, isBusy]);
}

function Wizard() {
  const step = useImport((state) => (state.done === null ? state.step : 'done'));
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    body.current?.focus({ preventScroll: true });
    body.current?.parentElement?.scrollTo({ top: 0 });
  }, [step]);
  const Body = BODY[step];
  return (
    <>
      <StepHead />
      <div className={classes.body} ref={body} tabIndex={-1}>
        <Body />
      </div>
    </>
  );
}

/** The import: the door for files and past imports, then the four steps of the one under way. */
export function ImportPage() {
  const { dataFolder } = useSettings();
  useLayoutEffect(() => enterShop(dataFolder), [dataFolder]);
  useDroppedFiles();
  const hasDraft = useImport((state) => state.draft !== null || state.done !== null);
  return hasDraft ? <Wizard /> : <ImportStart />;
}
