import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { configure } from '../import-work.ts';
import { sourceName } from '../source-name.ts';
import table from '../table.module.css';
import { SourceReading } from './source-reading.tsx';

function Brings({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  if (source.brings.length > 0) {
    return <>{source.brings.map((what) => t(`import.files.${what}`)).join(', ')}</>;
  }
  return <span className={table.soft}>{t('import.files.bringsNothing')}</span>;
}

/** Contacts have neither letters nor a separator to be chosen, and a workbook has its own. */
function HowRead({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  if (source.format !== 'csv') return t(`import.files.${source.format}`);
  if (source.chat !== null) return t('import.files.chat');
  return source.separator === null ? t('import.files.vcard') : <SourceReading source={source} />;
}

/** One sheet of one file: take it or not, what it brings, how it is read. */
export function SourceRow({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, isIncluded, importedBefore, fileName, sheetName } = source;
  const name = sourceName(source);
  return (
    <tr className={isIncluded ? undefined : table.off}>
      <td>
        <Switch
          size="sm"
          checked={isIncluded}
          aria-label={t('import.files.include', { name })}
          disabled={source.rows === 0 && !isIncluded}
          onChange={(event) => {
            void configure({ sourceId: id, isIncluded: event.currentTarget.checked });
          }}
        />
      </td>
      <td>
        <span className={table.strong}>
          {fileName}
          {sheetName !== null && (
            <span className={table.sub}>, {t('import.files.sheet', { name: sheetName })}</span>
          )}
        </span>
        {source.isHidden && (
          <span className={table.note}>
            <StatusBadge kind="waiting">{t('import.files.hidden')}</StatusBadge>
          </span>
        )}
        {importedBefore !== null && (
          <span className={table.note}>
            <StatusBadge kind="due">
              {t('import.files.before', { date: format.date(format.dayOf(importedBefore.at)) })}
            </StatusBadge>
          </span>
        )}
      </td>
      <td>
        <Brings source={source} />
      </td>
      <td>
        <HowRead source={source} />
      </td>
      <td className={table.n}>{format.number(source.rows)}</td>
    </tr>
  );
}
