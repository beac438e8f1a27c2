import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { UndoImport } from '#renderer/components/imports/undo-import.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { ImportId } from '#shared/ids.ts';
import { JoinedFiles } from '../check/joined-files.tsx';
import { resetImport, setImport, useImport } from '../import-session.ts';
import { MoneyWitness } from '../money-witness.tsx';
import { NotTaken } from '../not-taken.tsx';
import { ReportFacts } from '../report-facts.tsx';
import { rowsToWrite } from '../report-text.ts';
import { useSaveWrongRows } from '../use-save-wrong-rows.ts';
import classes from './done.module.css';

interface Props {
  readonly importId: ImportId;
  readonly report: ImportReport;
}

function WrongRows({ importId, report }: Props) {
  const { t } = useTranslation();
  const { save, isRunning } = useSaveWrongRows();
  if (report.counts.wrong === 0) return null;
  return (
    <div className={classes.wrong}>
      <div>
        <StatusBadge kind="wrong">
          {t('import.done.wrong', { count: report.counts.wrong })}
        </StatusBadge>
        <p>{t('import.done.wrongHint')}</p>
      </div>
      <Button loading={isRunning} onClick={() => void save(importId, report)}>
        {t('import.past.saveWrong')}
      </Button>
    </div>
  );
}

function NewCustomers({ importId }: { readonly importId: ImportId }) {
  const { t } = useTranslation();
  const { data, error } = useQuery('imports.customers', { importId, limit: 10 });
  return (
    <Card title={t('import.done.customers')} padded={false} ruled>
      {error !== null && <ErrorState error={error.error} />}
      {data !== undefined && data.length === 0 && <EmptyState title={t('import.done.noNew')} />}
      <ul className={classes.people}>
        {data?.map(({ id, name }) => (
          <li key={id}>
            <Link href={addressOf({ customer: id })}>
              {name === '' ? t('import.done.noName') : name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Whom this import brought who may be there twice, and where that is decided. */
function MaybeTwice({ importId }: { readonly importId: ImportId }) {
  const { t } = useTranslation();
  const { data } = useQuery('customers.same', { importId, limit: 1 });
  if (data === undefined) return null;
  const { certain, likely, possible } = data.counts;
  const count = certain + likely + possible;
  if (count === 0) return null;
  return (
    <div className={classes.twice}>
      <Sign kind="due" />
      <p>
        {t('import.same.waiting', { count })}{' '}
        <Link href={`${addressOf('samePerson')}?import=${importId}`}>{t('import.same.look')}</Link>
      </p>
    </div>
  );
}

/** Where to look at what came in; the first thing to look at stands out. */
function Looks({ importId, report }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const hasCustomers = useSettings().customers > 0;
  // Without sales there is no worth to look at: what came in is the complaints.
  const isComplaints = report.sales.added === 0 && report.complaints.added > 0;
  // Sales that name nobody give nobody a worth.
  const isNameless = report.sales.added > 0 && report.salesWithoutCustomer >= report.sales.added;
  const look = isComplaints ? 'lookComplaints' : isNameless ? 'lookSales' : 'lookWorth';
  const customers = lists.customers.showing(report.customers.added > 0 ? { importId } : {});
  const sold = lists.sales.showing({ importId });
  return (
    <>
      {report.sales.added > 0 && !isNameless && (
        <Button onClick={() => go(sold)}>
          {t('import.done.openSales', { count: report.sales.added })}
        </Button>
      )}
      {hasCustomers && (
        <Button onClick={() => go(customers)}>{t('import.done.lookCustomers')}</Button>
      )}
      <Button
        variant="filled"
        onClick={() => go(isComplaints ? 'complaints' : isNameless ? sold : 'insights')}
      >
        {t(`import.done.${look}`)}
      </Button>
    </>
  );
}

function Head({ importId, report }: Props) {
  const { t } = useTranslation();
  const undone = useImport((state) => state.undone);
  const [isUndoing, setUndoing] = useState(false);
  const rows = rowsToWrite(report);
  // A file of which nothing came in is no success.
  const hasGaps = report.notTaken.gaps.length > 0;
  return (
    <div className={classes.top}>
      <div role="status">
        <h2 data-undone={undone || undefined}>
          <Sign kind={undone ? 'waiting' : hasGaps ? 'due' : 'good'} />
          {undone ? t('import.done.undone') : t('import.done.title', { count: rows })}
        </h2>
      </div>
      <div className={classes.ways}>
        <Button onClick={resetImport}>{t('import.done.more')}</Button>
        {!undone && (
          <>
            <Button onClick={() => setUndoing(true)}>{t('import.done.undo')}</Button>
            <Looks importId={importId} report={report} />
          </>
        )}
      </div>
      {isUndoing && (
        <UndoImport
          importId={importId}
          onClose={() => setUndoing(false)}
          onUndone={() => setImport({ undone: true })}
        />
      )}
    </div>
  );
}

/** Step 4: what has changed, whom to look at, the wrong rows, and the way back. */
export function DoneStep() {
  const { t } = useTranslation();
  const { done, undone } = useImport();
  if (done === null) return null;
  const { importId, report } = done;
  return (
    <>
      <Card>
        <Head importId={importId} report={report} />
      </Card>
      {!undone && <JoinedFiles report={report} />}
      {!undone && <MoneyWitness report={report} />}
      {!undone && <NotTaken report={report} isDone />}
      {!undone && report.customers.added > 0 && <MaybeTwice importId={importId} />}
      {!undone && <WrongRows importId={importId} report={report} />}
      {!undone && (
        <div className={classes.done}>
          <Card title={t('import.facts.doneTitle')}>
            <ReportFacts report={report} />
          </Card>
          <NewCustomers importId={importId} />
        </div>
      )}
    </>
  );
}
