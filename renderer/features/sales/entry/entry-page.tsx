import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SaleDraft } from '#shared/contract/sales/drafts.ts';
import type { AppError } from '#shared/errors.ts';
import { customerId, type ProspectId, prospectId, type SaleId, saleId } from '#shared/ids.ts';
import classes from './entry.module.css';
import { blankEntry, copyOf, type Entry, entryOf } from './entry.ts';
import { EntryBeside } from './entry-beside.tsx';
import { toEntry, useKeepDraft } from './entry-draft.ts';
import { EntryDrafts } from './entry-drafts.tsx';
import { EntryLines } from './entry-lines.tsx';
import { EntryPay, EntrySums } from './entry-pay.tsx';
import { EntryPoints } from './entry-points.tsx';
import { EntryWho } from './entry-who.tsx';
import { goToField, lineField } from './focus.ts';
import { entryForProspect } from './for-prospect.ts';
import { type Changing, type EntryForm as EntryFormState, useEntry } from './use-entry.ts';

interface FormProps {
  readonly initial: Entry;
  readonly changing: Changing | null;
  /** The half-typed sale that is gone on with. */
  readonly draft?: SaleDraft;
  /** Goes on with one that was left half-typed. */
  onGoOn?(draft: SaleDraft): void;
}

/** The number that a new sale gets. */
function NextNumber({ soldOn }: { readonly soldOn: string }) {
  const { t } = useTranslation();
  const { data } = useQuery('sales.draft', { soldOn }, { keepPrevious: true });
  if (data === undefined || data.number === null) return null;
  return <span className={classes.quiet}>{t('customer.sale', { number: data.number })}</span>;
}

function useEntryKeys({ initial, changing }: Pick<FormProps, 'initial' | 'changing'>) {
  const form = useEntry(initial, changing);
  const ref = useRef<HTMLFormElement>(null);
  const goTo = (field: string) => goToField(ref.current, field);
  const first = lineField(0, 'product');
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the screen opens, and with every sale that is begun
  useEffect(() => goTo(first), [form.begun]);
  const save = () => void form.save();
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const name = (event.target as HTMLElement).dataset.field ?? '';
    const [field, index] = name.split('#');
    const line = index === undefined ? undefined : form.entry.lines[Number(index)];
    if (line === undefined || !(event.ctrlKey || event.metaKey)) return;
    if (event.key === 'Delete') form.removeLine(line.key);
    else if (event.key.toLowerCase() === 'd' && field !== 'discount')
      goTo(lineField(Number(index), 'discount'));
    else return;
    event.preventDefault();
  };
  return { form, ref, goTo, save, first, onKeyDown };
}

/** Why it was not saved, or not kept. */
function Problems({
  form,
  notKept,
}: {
  readonly form: EntryFormState;
  readonly notKept: AppError | null;
}) {
  const { t } = useTranslation();
  return (
    <>
      {form.error !== null && <ErrorState error={form.error} />}
      {notKept !== null && <ErrorState error={notKept} />}
      {form.isHeld && !form.read.isReady && <p role="alert">{t('sales.entry.held')}</p>}
    </>
  );
}

/** How it is paid, with points too, and what it comes to. */
function EntryFoot(props: Parameters<typeof EntryPay>[0]) {
  const { form } = props;
  return (
    <div className={classes.foot}>
      <EntryPay {...props} />
      <div className={classes.side}>
        <EntryPoints form={form} />
        <EntrySums form={form} />
      </div>
    </div>
  );
}

function EntryForm(props: FormProps) {
  const { t } = useTranslation();
  const { form, ref, goTo, save, first, onKeyDown } = useEntryKeys(props);
  const { initial, changing, draft = null, onGoOn } = props;
  const isNew = changing === null;
  const { entry, begun } = form;
  const kept = useKeepDraft({ entry, initial, isNew, begun, draft });
  return (
    <>
      <PageHeader
        title={isNew ? t('sales.entry.title') : t('sales.entry.changeTitle')}
        beside={isNew && <NextNumber soldOn={form.entry.soldOn} />}
      />
      {onGoOn !== undefined && <EntryDrafts current={kept.id} onGoOn={onGoOn} />}
      <div className={classes.columns}>
        <form
          ref={ref}
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Card>
            {form.entry.prospect !== null && (
              <p className={classes.quiet}>
                {t('prospects.entry.for', { title: form.entry.prospect.title })}
              </p>
            )}
            <EntryWho form={form} onDone={() => goTo(first)} />
            <EntryLines form={form} goTo={goTo} />
            <EntryFoot form={form} goTo={goTo} save={save} />
            <Problems form={form} notKept={kept.error} />
            <div className={classes.buttons}>
              {isNew && <Button onClick={form.clear}>{t('sales.entry.clear')}</Button>}
              <Button type="submit" variant="filled" loading={form.isRunning}>
                {isNew ? t('sales.entry.save') : t('app.save')}
              </Button>
            </div>
            <p className={classes.quiet}>{t('sales.entry.keys')}</p>
          </Card>
        </form>
        <EntryBeside />
      </div>
    </>
  );
}

/** The sale that a prospect becomes. */
function ProspectSale({ id, onGoOn }: GoingOn & { readonly id: ProspectId }) {
  const { today, settings } = useSettings();
  const { data, error } = useQuery('prospects.get', { id });
  const [initial, setInitial] = useState<Entry | null>(null);
  if (error !== null) return <ErrorState error={error.error} />;
  // Once it is saved the prospect is another; the fields stay those that were begun with.
  if (initial === null && data !== undefined)
    setInitial(entryForProspect(data.prospect, today, settings));
  if (initial === null) return null;
  return <EntryForm initial={initial} changing={null} onGoOn={onGoOn} />;
}

/** A new sale, of a prospect, for a customer or like another sale where the address says so. */
export function NewSalePage() {
  const address = useSearch();
  return <NewSale key={address} address={address} />;
}

interface GoingOn {
  onGoOn(draft: SaleDraft): void;
}

/** Until a half-typed sale is gone on with, what the address says. */
function NewSale({ address }: { readonly address: string }) {
  const [draft, setDraft] = useState<SaleDraft | null>(null);
  const kept = useQuery('sales.drafts', {});
  // What is typed is named by what is kept already.
  if (kept.isPending) return null;
  if (draft !== null) {
    const common = { initial: toEntry(draft), changing: null, draft, onGoOn: setDraft };
    return <EntryForm key={draft.id} {...common} />;
  }
  const of = prospectId.safeParse(Number(new URLSearchParams(address).get('prospect'))).data;
  if (of !== undefined) return <ProspectSale id={of} onGoOn={setDraft} />;
  return <PlainSale address={address} onGoOn={setDraft} />;
}

function PlainSale({ address, onGoOn }: GoingOn & { readonly address: string }) {
  const { today, settings } = useSettings();
  const search = new URLSearchParams(address);
  const buyer = customerId.safeParse(Number(search.get('customer'))).data;
  const from = saleId.safeParse(Number(search.get('from'))).data;
  const like = useQuery(
    'sales.facts',
    { id: from ?? (1 as SaleId) },
    { enabled: from !== undefined },
  );
  const who = useQuery(
    'customers.get',
    { id: buyer ?? customerId.parse(1) },
    { enabled: buyer !== undefined },
  );
  const error = like.error ?? who.error;
  if (error !== null) return <ErrorState error={error.error} />;
  if (from !== undefined && like.data === undefined) return null;
  if (buyer !== undefined && who.data === undefined) return null;
  const initial =
    like.data === undefined || from === undefined
      ? blankEntry(today)
      : { ...copyOf(like.data, settings), soldOn: today };
  const named =
    who.data === undefined || buyer === undefined
      ? initial
      : { ...initial, customerId: buyer, customerName: who.data.facts.name };
  return <EntryForm initial={named} changing={null} onGoOn={onGoOn} />;
}

/** A sale that is there, to be written anew. */
export function ChangeSalePage({ id }: { readonly id: SaleId }) {
  const { settings } = useSettings();
  const { data, error } = useQuery('sales.facts', { id });
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return null;
  const { facts, customerName } = data;
  const initial = entryOf(facts, customerName, settings, false);
  return <EntryForm initial={initial} changing={{ id, facts }} />;
}
