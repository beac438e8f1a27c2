import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/base/error-text.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { BadFileReason } from '#shared/errors.ts';
import { setImport, useImport } from '../import-session.ts';
import { chooseFiles } from '../import-work.ts';
import table from '../table.module.css';
import { WizardFoot } from '../wizard-foot.tsx';
import { WorkPanel } from '../work-panel.tsx';
import { SourceRow } from './source-row.tsx';

function Refused({ refused }: { readonly refused: Draft['refused'] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('import.files.refused')} count={t('import.files.refusedHint')} padded={false}>
      <ul className={table.refused}>
        {refused.map(({ fileName, reason, detail }) => {
          const found = detail === null ? {} : { detail };
          const error = { code: 'BAD_FILE', reason: reason as BadFileReason, ...found } as const;
          const { title, text } = errorText(t, error);
          return (
            <li key={`${fileName}${reason}`} title={detail ?? undefined}>
              <Sign kind="wrong" />
              <div>
                <strong>{fileName}</strong>: {title}
                <p>{text}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Sources({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const add = (
    <Button
      size="xs"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => void chooseFiles()}
    >
      {t('import.files.add')}
    </Button>
  );
  return (
    <Card title={t('import.files.title')} actions={add} padded={false} ruled>
      {draft.sources.length === 0 ? (
        <EmptyState title={t('import.files.noneTitle')} text={t('import.files.noneText')} />
      ) : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{t('import.files.take')}</th>
                <th>{t('import.files.name')}</th>
                <th>{t('import.files.brings')}</th>
                <th>{t('import.files.kind')}</th>
                <th className={table.n}>{t('import.files.rows')}</th>
              </tr>
            </thead>
            <tbody>
              {draft.sources.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

/** Step 1: what the files hold, sheet by sheet, and which of it to take. */
export function FilesStep() {
  const { t } = useTranslation();
  const { draft, work, error } = useImport();
  if (draft === null) return null;
  const hasAny = draft.sources.some((source) => source.isIncluded);
  const isReading = work !== null && work.kind !== 'configure';
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      {draft.refused.length > 0 && <Refused refused={draft.refused} />}
      {isReading && (
        <Card padded={false}>
          <WorkPanel />
        </Card>
      )}
      <Sources draft={draft} />
      <WizardFoot
        note={t('import.foot.nothingSaved')}
        waitingFor={hasAny ? null : t('import.foot.chooseOne')}
        next={t('import.foot.next', { step: t('import.step.columns') })}
        onNext={() => setImport({ step: 'columns', error: null })}
      />
    </>
  );
}
