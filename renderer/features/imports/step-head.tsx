import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Step, useImport } from './import-session.ts';
import classes from './wizard.module.css';

const STEPS: readonly Step[] = ['files', 'columns', 'check', 'done'];

function stateOf(step: Step, now: Step): 'done' | 'now' | 'next' {
  if (step === now) return 'now';
  return STEPS.indexOf(step) < STEPS.indexOf(now) ? 'done' : 'next';
}

/** The page's head: which files, and the four steps with where one is. */
export function StepHead() {
  const { t } = useTranslation();
  const { draft, done, step } = useImport();
  const now = done === null ? step : 'done';
  const names = [...new Set(draft?.sources.map((source) => source.fileName))];
  const [first = ''] = names;
  const title =
    names.length === 1
      ? t('import.titleOf', { name: first })
      : t('import.titleFiles', { count: names.length });
  return (
    <header className={classes.head}>
      <h1>{names.length === 0 ? t('import.title') : title}</h1>
      <ol className={classes.steps} aria-label={t('import.step.label')}>
        {STEPS.map((each, index) => {
          const state = stateOf(each, now);
          return (
            <li key={each} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <b aria-hidden="true">
                {state === 'done' ? <IconCheck size={14} stroke={2} /> : index + 1}
              </b>
              {t(`import.step.${each}`)}
              {state === 'done' && (
                <span className={classes.hidden}>({t('import.step.isDone')})</span>
              )}
            </li>
          );
        })}
      </ol>
    </header>
  );
}
