import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import { NewCustomerDialog } from '#renderer/features/customers/new-customer-dialog.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { Screens } from './screens.tsx';
import classes from './shell.module.css';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The frame around every screen: rail, search, page, status line. */
export function Shell() {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  const page = useRef<HTMLElement>(null);
  useShortcuts();
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => page.current?.focus()}>
        {t('nav.skip')}
      </button>
      <Rail />
      <TopBar />
      <main className={classes.page} ref={page} tabIndex={-1}>
        {isSample && <SampleBanner />}
        <Screens />
      </main>
      <StatusLine />
      <Palette />
      <NewCustomerDialog />
      <DropAnywhere />
    </div>
  );
}
