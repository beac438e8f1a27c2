import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ImportLayout } from '#shared/contract/imports/layouts.ts';
import classes from '../start.module.css';
import { LayoutRow } from './layout-row.tsx';
import { NameDialog } from './name-dialog.tsx';

const COLUMNS = ['file', 'titles', 'columns', 'last'] as const;
/** From so many on there is a field to find one by. */
const MANY = 6;

function useNameOf() {
  const { t } = useTranslation();
  return ({ name, lastFile, titles }: ImportLayout): string => {
    if (name !== null) return name;
    const example = lastFile ?? titles.find((title) => title !== '');
    return example === undefined
      ? t('import.layouts.nameless')
      : t('import.layouts.like', { example });
  };
}

function Table({ layouts }: { readonly layouts: readonly ImportLayout[] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const [toName, setToName] = useState<ImportLayout | null>(null);
  return (
    <div className={classes.scroll}>
      <table className={classes.past} aria-label={t('import.layouts.title')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column}>{t(`import.layouts.${column}`)}</th>
            ))}
            <th className={classes.n}>{t('import.past.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {layouts.map((layout) => (
            <LayoutRow
              key={layout.key}
              layout={layout}
              name={nameOf(layout)}
              onName={() => setToName(layout)}
            />
          ))}
        </tbody>
      </table>
      {toName !== null && (
        <NameDialog layout={toName} called={nameOf(toName)} onClose={() => setToName(null)} />
      )}
    </div>
  );
}

/** The layouts of files that are remembered: what they are called, and whether they are still used. */
export function LayoutsCard() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const [search, setSearch] = useState('');
  const { data, error, refetch } = useQuery('imports.layouts', {});
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  const wanted = search.trim().toLowerCase();
  const shown = data.filter((layout) =>
    [nameOf(layout), ...layout.titles].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Card title={t('import.layouts.title')} padded={false}>
      <div className={classes.lead}>
        <p>{t('import.layouts.lead')}</p>
        {data.length >= MANY && (
          <TextInput
            aria-label={t('import.layouts.find')}
            placeholder={t('import.layouts.find')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className={classes.lead} role="status">
          {t('import.layouts.noneFound', { search: search.trim() })}
        </p>
      ) : (
        <Table layouts={shown} />
      )}
    </Card>
  );
}
