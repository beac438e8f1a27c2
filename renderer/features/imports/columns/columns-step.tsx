import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#renderer/base/i18n.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { askedKey, setImport, useImport } from '../import-session.ts';
import { check } from '../import-work.ts';
import { sourceName } from '../source-name.ts';
import table from '../table.module.css';
import { WizardFoot } from '../wizard-foot.tsx';
import { ChatWith } from './chat-with.tsx';
import { ColumnRow } from './column-row.tsx';
import classes from './columns.module.css';
import { fieldOptions } from './field-options.ts';
import { HeaderChoice } from './header-choice.tsx';
import { openQuestions, SourceTabs } from './source-tabs.tsx';

function SourceBar({
  source,
  isNamed,
}: {
  readonly source: DraftSource;
  readonly isNamed: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <IconFileSpreadsheet size={18} stroke={1.75} aria-hidden="true" />
      {isNamed && <span>{sourceName(source)}</span>}
      {/* The lines of a chat have no titles. */}
      {source.chat === null && <HeaderChoice source={source} />}
      <span>
        {t('import.columns.size', {
          rows: t('import.columns.rows', { count: source.rows }),
          count: source.columns.length,
        })}
      </span>
    </div>
  );
}

/** What keeps a source from being checked, beside its questions, which stand in their rows. */
function Blockers({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const blockers = source.blockers.filter((key) => key !== 'question-open');
  if (blockers.length === 0) return null;
  return (
    <ul className={classes.blockers} role="status">
      {blockers.map((key) => (
        <li key={key}>
          <Sign kind="due" />
          {textOf(t, 'blocker', key)}
        </li>
      ))}
    </ul>
  );
}

function ColumnTable({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const asked = useImport((state) => state.asked);
  const fields = useMemo(() => fieldOptions(t), [t]);
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${classes.map}`}>
        <colgroup>
          <col />
          <col />
          <col />
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{t('import.columns.theirs')}</th>
            <th>{t('import.columns.samples')}</th>
            <td />
            <th>{t('import.columns.ours')}</th>
            <th>{t('import.columns.readAs')}</th>
            <th>{t('import.columns.confidence')}</th>
          </tr>
        </thead>
        <tbody>
          {source.columns.map((column) => (
            <ColumnRow
              key={column.index}
              sourceId={source.id}
              column={column}
              question={asked[askedKey(source.id, column.index)]}
              fields={fields}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Puts the keyboard on the first thing that still has to be answered, in whichever source it is. */
function goToOpen(sources: readonly DraftSource[]): void {
  const { sourceId } = useImport.getState();
  const blocked = sources.filter((source) => source.blockers.length > 0);
  const target = blocked.find((source) => source.id === sourceId) ?? blocked[0];
  if (target === undefined) return;
  setImport({ sourceId: target.id });
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-question] input')?.focus();
  });
}

/** Step 2: their columns beside ours; what is ambiguous is asked once and waits for its answer. */
export function ColumnsStep() {
  const { t } = useTranslation();
  const { draft, sourceId, error } = useImport();
  const sources = draft?.sources.filter((source) => source.isIncluded) ?? [];
  const source = sources.find((each) => each.id === sourceId) ?? sources[0];
  if (draft === null || source === undefined) return null;
  const open = sources.reduce((sum, each) => sum + openQuestions(each), 0);
  const blocker = sources.flatMap((each) => each.blockers.map((key) => ({ key, each })))[0];
  const missing =
    blocker === undefined
      ? null
      : `${sourceName(blocker.each)}: ${textOf(t, 'blocker', blocker.key)}`;
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      <Card padded={false}>
        {sources.length > 1 && <SourceTabs sources={sources} shown={source.id} />}
        <div id="import-source" role={sources.length > 1 ? 'tabpanel' : undefined}>
          <SourceBar source={source} isNamed={sources.length === 1} />
          <Blockers source={source} />
          <ChatWith source={source} />
          <ColumnTable key={source.id} source={source} />
        </div>
      </Card>
      <WizardFoot
        back="files"
        note={t('import.foot.nothingSaved')}
        waitingFor={open > 0 ? t('import.foot.open', { count: open }) : missing}
        onWaiting={() => goToOpen(sources)}
        isPatient
        next={t('import.foot.next', { step: t('import.step.check') })}
        onNext={() => void check()}
      />
    </>
  );
}
