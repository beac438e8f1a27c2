import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { FoundHelp } from '#renderer/features/help/find-help.ts';
import { useFoundHelp } from '#renderer/features/help/use-found-help.ts';
import type { Output } from '#shared/contract/index.ts';
import { lists } from '../base/lists.ts';
import { routes, useGo } from '../base/routes.ts';
import classes from './palette.module.css';
import { paletteStore, useFirstResult } from './use-first-result.ts';
import { type PaletteCommand, usePaletteCommands } from './use-palette-commands.tsx';

type Found = Output<'search.find'>;

function Customers({ found }: { readonly found: Found['customers'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palette.customers')}>
      {found.map((one) => (
        <Spotlight.Action key={one.id} onClick={() => go({ customer: one.id })}>
          <span className={classes.line}>
            <span className={classes.name}>
              {one.name === '' ? t('customers.noName') : one.name}
            </span>
            <span className={classes.quiet}>
              {one.phone === null ? '' : format.phone(one.phone)}
            </span>
            {one.isFuzzy && <span className={classes.quiet}>{t('app.palette.fuzzy')}</span>}
            <span className={classes.end}>
              <LayerSign layer={one.layer} />
            </span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Sales({ found }: { readonly found: Found['sales'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palette.sales')}>
      {found.map((sale) => (
        <Spotlight.Action key={sale.id} onClick={() => go({ sale: sale.id })}>
          <span className={classes.line}>
            <span className={classes.name}>{sale.number}</span>
            <span className={classes.quiet}>
              {sale.customerName ?? t('app.palette.noCustomer')}, {format.date(sale.soldOn)}
            </span>
            <span className={classes.end}>{format.money(sale.totalMinor)}</span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Complaints({ found }: { readonly found: Found['complaints'] }) {
  const { t } = useTranslation();
  const go = useGo();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palette.complaints')}>
      {found.map((one) => (
        <Spotlight.Action key={one.id} onClick={() => go({ complaint: one.id })}>
          <span className={classes.line}>
            <span className={classes.name}>{one.title}</span>
            <span className={classes.quiet}>
              {one.customerName === null ? one.number : `${one.number}, ${one.customerName}`}
            </span>
            <span className={classes.end}>
              {one.isClosed ? t('app.palette.closed') : t('app.palette.open')}
            </span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Prospects({ found }: { readonly found: Found['prospects'] }) {
  const { t } = useTranslation();
  const go = useGo();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palette.prospects')}>
      {found.map(({ id, title, customerName, stage }) => (
        <Spotlight.Action key={id} onClick={() => go({ prospect: id })}>
          <span className={classes.line}>
            <span className={classes.name}>{title}</span>
            <span className={classes.quiet}>
              {customerName === '' ? t('customers.noName') : customerName}
            </span>
            <span className={classes.end}>{t(`prospects.stage.${stage}`)}</span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** A product leads to its page, and from there to what was sold of it. */
function Products({ found }: { readonly found: Found['products'] }) {
  const { t } = useTranslation();
  const go = useGo();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palette.products')}>
      {found.map(({ id, name, sku }) => (
        <Spotlight.Action key={id} onClick={() => go({ product: id })}>
          <span className={classes.line}>
            <span className={classes.name}>{name}</span>
            <span className={classes.quiet}>{sku ?? ''}</span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** How something is done: the note alone, whole. */
function Notes({ found }: { readonly found: Found['notes'] }) {
  const { t } = useTranslation();
  const go = useGo();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palette.notes')}>
      {found.map(({ id, title, text }) => (
        <Spotlight.Action key={id} onClick={() => go(lists.notes.showing({ note: id }))}>
          <span className={classes.line}>
            <span className={classes.name}>{title}</span>
            <span className={classes.quiet}>{text}</span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** A page of help leads to where it is read at full width. */
function Help({ found }: { readonly found: readonly FoundHelp[] }) {
  const { t } = useTranslation();
  const go = useGo();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('help.found')}>
      {found.map(({ page, title, sentence }) => (
        <Spotlight.Action key={page} onClick={() => go(`${routes.help}?page=${page}`)}>
          <span className={classes.line}>
            <IconHelp size={16} stroke={1.75} aria-hidden="true" />
            <span className={classes.name}>{title}</span>
            <span className={classes.quiet}>{sentence}</span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Commands({ commands }: { readonly commands: readonly PaletteCommand[] }) {
  const { t } = useTranslation();
  if (commands.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palette.commands')}>
      {commands.map(({ id, label, Icon, run }) => (
        <Spotlight.Action key={id} onClick={run}>
          <span className={classes.line}>
            <Icon size={16} stroke={1.75} aria-hidden="true" />
            <span>{label}</span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

interface Search {
  /** The text that was looked for. */
  readonly settled: string;
  /** Null: nothing is looked for, or nothing is known yet. */
  readonly found: Found | null;
  /** The answer to what stands in the box is still on its way. */
  readonly isWaiting: boolean;
}

/** Looks for what has been typed, once the hand rests. */
function useFound(text: string): Search {
  const [settled] = useDebouncedValue(text.trim(), 60);
  const { data, isPlaceholderData, isFetching } = useQuery(
    'search.find',
    { text: settled },
    { enabled: settled !== '', keepPrevious: true },
  );
  const isWaiting =
    settled !== text.trim() || (settled !== '' && (isFetching || isPlaceholderData));
  return { settled, found: settled === '' || data === undefined ? null : data, isWaiting };
}

/** Ctrl+K: customers, complaints, sale numbers, prospects, products, everything the app can do, and help. */
export function Palette() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { settled, found, isWaiting } = useFound(text);
  const openFirst = useFirstResult(isWaiting, found);
  const commands = usePaletteCommands(text);
  const help = useFoundHelp(text);
  const isEmpty =
    found !== null &&
    help.length === 0 &&
    commands.length === 0 &&
    Object.values(found).every((results) => results.length === 0);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      clearQueryOnClose
      scrollable
      maxHeight="60vh"
      size="lg"
      centered={false}
      yOffset="10vh"
      classNames={{ action: classes.action ?? '' }}
      attributes={{ content: { 'aria-label': t('app.palette.label') } }}
      overlayProps={{ blur: 0 }}
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        {...openFirst}
        placeholder={t('app.searchHint')}
        aria-label={t('app.palette.label')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {found !== null && <Customers found={found.customers} />}
        {found !== null && <Complaints found={found.complaints} />}
        {found !== null && <Sales found={found.sales} />}
        {found !== null && <Prospects found={found.prospects} />}
        {found !== null && <Products found={found.products} />}
        {found !== null && <Notes found={found.notes} />}
        <Commands commands={commands} />
        <Help found={help} />
        {isEmpty && <Spotlight.Empty>{t('app.palette.empty', { text: settled })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
