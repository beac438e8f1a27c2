import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign } from '#renderer/components/sign/sign.tsx';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { setImport } from '../import-session.ts';
import { sourceName } from '../source-name.ts';
import classes from './columns.module.css';

export function openQuestions({ columns }: DraftSource): number {
  return columns.filter((column) => column.question !== null).length;
}

interface Props {
  readonly sources: readonly DraftSource[];
  readonly shown: number;
}

/** One tab a source that is taken; a diamond where something is still open. */
export function SourceTabs({ sources, shown }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = sources.findIndex((source) => source.id === shown);
    const index = (at + step + sources.length) % sources.length;
    const next = sources[index];
    if (next === undefined) return;
    setImport({ sourceId: next.id });
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  return (
    <div
      className={classes.tabs}
      role="tablist"
      aria-label={t('import.columns.sources')}
      onKeyDown={onKeyDown}
      ref={list}
    >
      {sources.map((source) => {
        const name = sourceName(source);
        const count = openQuestions(source);
        const isOpen = source.blockers.length > 0;
        return (
          <button
            key={source.id}
            type="button"
            role="tab"
            aria-selected={source.id === shown}
            aria-controls="import-source"
            aria-label={count > 0 ? t('import.columns.openIn', { name, count }) : undefined}
            tabIndex={source.id === shown ? 0 : -1}
            title={name}
            onClick={() => setImport({ sourceId: source.id })}
          >
            <span>{name}</span>
            <span className={isOpen ? classes.open : classes.fine}>
              <Sign kind={isOpen ? 'due' : 'good'} />
            </span>
          </button>
        );
      })}
    </div>
  );
}
