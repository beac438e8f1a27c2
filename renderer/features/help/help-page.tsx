import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { routes } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import type { HelpPage as Page } from '#shared/locale/help.ts';
import { findHelp } from './find-help.ts';
import classes from './help.module.css';
import { HelpArticle } from './help-article.tsx';
import { helpOf, helpParts } from './help-of.ts';
import { plainOf, saidOf } from './say.ts';
import { TourBack } from './tour-back.tsx';

const known: ReadonlySet<string> = new Set(Object.values(helpOf));

function isPage(name: string | null): name is Page {
  return name !== null && known.has(name);
}

/** Where help on a page is read at its full width. */
function addressOf(page: Page): string {
  return `${routes.help}?page=${page}`;
}

interface ListProps {
  readonly typed: string;
  readonly page: Page;
}

/** Every page by its part of the menu, or those that have what was typed. */
function Contents({ typed, page }: ListProps) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const { language } = settings;
  const link = (one: Page, title: string) => (
    <li key={one}>
      <Link href={addressOf(one)} aria-current={one === page ? 'page' : undefined}>
        {title}
      </Link>
    </li>
  );
  if (typed.trim() !== '') {
    const found = findHelp(t, language, typed);
    if (found.length === 0) return <p>{t('help.nothing', { text: typed.trim() })}</p>;
    return <ul>{found.map((one) => link(one.page, one.title))}</ul>;
  }
  return helpParts.map(({ part, pages }) => (
    <div key={part}>
      <h2>{t(`nav.${part}`)}</h2>
      <ul>{pages.map((one) => link(one, plainOf(t, saidOf(language, one).title)))}</ul>
    </div>
  ));
}

/** Help on every page, to read and to search. */
export function HelpPage() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const [params] = useSearchParams();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const asked = params.get('page');
  const page = isPage(asked) ? asked : 'today';
  return (
    <>
      <PageHeader title={t('nav.help')} lead={t('help.lead')} actions={<TourBack />} />
      <div className={classes.place}>
        <nav className={classes.contents} aria-label={t('help.contents')}>
          <TextInput
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            label={t('help.search')}
            leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
          />
          <Contents typed={typed} page={page} />
        </nav>
        <Card title={plainOf(t, saidOf(settings.language, page).title)}>
          <HelpArticle page={page} onRead={(one) => navigate(addressOf(one))} />
        </Card>
      </div>
    </>
  );
}
