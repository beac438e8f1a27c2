import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import { openRules, type WaitingRules } from '#shared/domain/mending/open-rules.ts';
import { useImport } from '../import-session.ts';
import { check, commit } from '../import-work.ts';
import { LayoutRules } from '../mending/layout-rules.tsx';
import { MendCard } from '../mending/mend-card.tsx';
import { MoneyWitness } from '../money-witness.tsx';
import { NotTaken } from '../not-taken.tsx';
import { ReportFacts } from '../report-facts.tsx';
import { rowsLeftOut, rowsToWrite } from '../report-text.ts';
import { WizardFoot } from '../wizard-foot.tsx';
import { WorkPanel } from '../work-panel.tsx';
import classes from './check.module.css';
import { CheckRows } from './check-rows.tsx';
import { CountTiles } from './count-tiles.tsx';
import { ExistingCustomers } from './existing-customers.tsx';
import { JoinedFiles } from './joined-files.tsx';
import { SamePeople } from './same-people.tsx';
import { useShownRows } from './use-shown-rows.ts';

function Report({ draft, report }: { readonly draft: Draft; readonly report: ImportReport }) {
  const { t } = useTranslation();
  const isStale = useImport((state) => state.isStale);
  const shown = useShownRows(draft, report);
  return (
    <>
      <CountTiles report={report} shown={shown.tile} onShow={shown.showTile} />
      <JoinedFiles report={report} />
      <MoneyWitness report={report} />
      <MendCard draft={draft} />
      <LayoutRules draft={draft} />
      <ExistingCustomers draft={draft} />
      <SamePeople counts={report.samePeople} />
      <div className={classes.split} data-stale={isStale || undefined}>
        <CheckRows report={report} shown={shown} />
        <div className={classes.side}>
          <NotTaken report={report} isDone={false} />
          <Card title={t('import.facts.title')}>
            <ReportFacts report={report} />
          </Card>
        </div>
      </div>
    </>
  );
}

/** What of each file waits for its owner. */
function waitingRules(draft: Draft | null): WaitingRules[] {
  return (draft?.sources ?? []).map(({ isIncluded, existing, existingFrom, steps }) => {
    const waitingRule = existingFrom === 'waiting' ? existing : null;
    return { isIncluded, steps, waitingRule };
  });
}

/** Puts the keyboard on the first rule that waits for an answer. */
function goToUndecided(): void {
  document.querySelector<HTMLElement>('[data-answers-rule]')?.focus();
}

function Foot({ report }: { readonly report: ImportReport | null }) {
  const { t } = useTranslation();
  const { isStale, stopped, work, draft } = useImport();
  const undecided = report === null ? 0 : openRules(waitingRules(draft), report);
  const isChecking = work !== null;
  const rows = report === null ? 0 : rowsToWrite(report);
  const isSound = report !== null && !isStale;
  const leftOut = report === null ? 0 : rowsLeftOut(report);
  const hasWrong = report !== null && report.counts.wrong > 0;
  const note = stopped ? (
    <StatusBadge kind="waiting">{t('import.work.cancelled')}</StatusBadge>
  ) : (
    <>
      {isSound && leftOut > 0 && (
        <StatusBadge kind={hasWrong ? 'wrong' : 'waiting'}>
          {t('import.foot.leftOut', { count: leftOut })}
        </StatusBadge>
      )}{' '}
      {hasWrong && `${t('import.foot.wrongHint')} `}
      {t('import.foot.undoHint')}
    </>
  );
  return (
    <WizardFoot
      back="columns"
      note={note}
      waitingFor={
        isSound && undecided > 0
          ? t('import.foot.undecided', { count: undecided })
          : isSound && rows === 0
            ? t('import.foot.nothingNew')
            : null
      }
      {...(undecided > 0 ? { onWaiting: goToUndecided } : {})}
      next={
        report === null && isChecking
          ? null
          : isSound
            ? t('import.foot.commit', { count: rows })
            : t('import.foot.checkAgain')
      }
      onNext={() => void (isSound ? commit() : check())}
    />
  );
}

/** Step 3: what would become of every row, by the very code that commits; problems are mended here. */
export function CheckStep() {
  const { draft, report, work, error } = useImport();
  if (draft === null) return null;
  const isChecking = work?.kind === 'check' || work?.kind === 'mend' || work?.kind === 'commit';
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      {isChecking && (
        <Card padded={false}>
          <WorkPanel isAlone={report === null} />
        </Card>
      )}
      {report !== null && <Report draft={draft} report={report} />}
      <Foot report={report} />
    </>
  );
}
