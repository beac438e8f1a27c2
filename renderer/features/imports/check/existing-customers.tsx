import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { type RequestError, request } from '#renderer/data/client.ts';
import type { ImportedChange } from '#shared/contract/imports/changes.ts';
import { type Draft, type DraftSource, existingRule } from '#shared/contract/imports-draft.ts';
import type { Output } from '#shared/contract/index.ts';
import { useImport } from '../import-session.ts';
import { check, configure } from '../import-work.ts';
import { MemoryChoice } from '../mending/memory-choice.tsx';
import { remember } from '../mending/mend-work.ts';
import { changeName } from '../report-text.ts';
import { sourceName } from '../source-name.ts';
import table from '../table.module.css';
import classes from './existing-customers.module.css';

type Changes = Output<'imports.changes'>;
const mostShown = 100;

/** What the last check would change; that of the one before stays on the screen until it is there. */
function useChanges() {
  const { draftId, checks } = useImport();
  return useQuery<Changes, RequestError>({
    queryKey: ['imports.changes', draftId, checks],
    enabled: draftId !== null,
    queryFn: () => request('imports.changes', { draftId: draftId ?? '', limit: mostShown }),
    placeholderData: keepPreviousData,
  });
}

function valueText(
  t: Translate,
  format: Format,
  { field, own }: ImportedChange,
  value: string,
): string {
  if (own !== null) return ownText(t, format, own.type, value);
  return field === 'birthday' ? format.date(value) : value;
}

/** Each field that would change: what stands there and what takes its place. */
function ChangeTable({ changes }: { readonly changes: Changes['changes'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section
      className={classes.rows}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label={t('import.existing.list')}
    >
      <table className={table.table}>
        <thead>
          <tr>
            {(['who', 'what', 'before', 'after'] as const).map((title) => (
              <th key={title}>{t(`import.existing.${title}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr
              key={`${change.customerId} ${change.own?.name ?? ''} ${change.field} ${change.before} ${change.after}`}
            >
              <td>{change.name === '' ? t('import.done.noName') : change.name}</td>
              <td>{change.own?.name ?? changeName(t, change.field, 1)}</td>
              <td>
                {change.before === null ? (
                  <span className={table.soft}>{t('import.existing.empty')}</span>
                ) : (
                  valueText(t, format, change, change.before)
                )}
              </td>
              <td>{valueText(t, format, change, change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rule({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const id = useId();
  const isBusy = useImport((state) => state.work !== null);
  const { existing, existingFrom, existingMemory } = source;
  if (existing === null) return null;
  const waits = existingFrom === 'waiting';
  const choose = async (rule: string | null) => {
    const found = existingRule.safeParse(rule);
    if (!found.success || (found.data === existing && !waits)) return;
    if (await configure({ sourceId: source.id, existing: found.data })) await check();
  };
  return (
    <div className={classes.rule}>
      <label htmlFor={id}>{t('import.existing.ofFile', { name: sourceName(source) })}</label>
      <Select
        id={id}
        allowDeselect={false}
        disabled={isBusy}
        data={existingRule.options.map((value) => ({
          value,
          label: t(`import.existing.rule.${value}`),
        }))}
        placeholder={t('import.fix.choose')}
        value={waits ? null : existing}
        {...(waits ? { 'data-answers-rule': '' } : {})}
        onChange={(rule) => void choose(rule)}
      />
      {source.isRememberable && (
        <>
          <span>{t('import.existing.nextTime')}</span>
          <MemoryChoice
            label={t('import.mend.nextOf', { name: t('import.existing.title') })}
            value={existingMemory}
            onChange={(memory) => void remember(source.id, { kind: 'existing', memory })}
          />
        </>
      )}
      <p>
        {waits
          ? t('import.existing.asked', { rule: t(`import.existing.rule.${existing}`) })
          : t(`import.existing.hint.${existing}`)}
        {existingFrom === 'layout' && ` ${t('import.existing.fromLayout')}`}
      </p>
    </div>
  );
}

/** What becomes of customers who are there: by which rule, how many entries, and each before and after. */
export function ExistingCustomers({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useChanges();
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  const ruled = draft.sources.filter((source) => source.isIncluded && source.existing !== null);
  const isChosen = ruled.some(
    (source) => source.existingFrom !== 'default' || source.existingMemory !== 'no',
  );
  if (data === undefined) return null;
  const { changes, replaced, filled } = data;
  if (replaced + filled === 0 && !isChosen) return null;
  return (
    <Card title={t('import.existing.title')} padded={false}>
      {ruled.map((source) => (
        <Rule key={source.id} source={source} />
      ))}
      <div className={classes.said} role="status">
        {replaced > 0 && <p>{t('import.existing.replaced', { count: replaced })}</p>}
        {filled > 0 && <p>{t('import.existing.filled', { count: filled })}</p>}
        {replaced + filled === 0 && <p>{t('import.existing.nothing')}</p>}
        {changes.length < replaced + filled && (
          <p>{t('import.existing.shown', { shown: changes.length, count: replaced + filled })}</p>
        )}
      </div>
      {changes.length > 0 && <ChangeTable changes={changes} />}
    </Card>
  );
}
