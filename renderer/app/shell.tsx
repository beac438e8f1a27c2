import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErasedAgain } from '#renderer/components/privacy/erased-again.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { NewCustomerDialog } from '#renderer/features/customers/facts/new-customer-dialog.tsx';
import { useClaim } from '#renderer/state/claim.ts';
import { useUi } from '#renderer/state/ui.ts';
import { DropAnywhere } from './drop-anywhere.tsx';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { Screens } from './screens.tsx';
import classes from './shell.module.css';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useShortcuts } from './use-shortcuts.ts';

const NewComplaintDialog = lazy(() =>
  import('#renderer/features/complaints/facts/new-complaint-dialog.tsx').then((module) => ({
    default: module.NewComplaintDialog,
  })),
);

const HelpDrawer = lazy(() =>
  import('#renderer/features/help/help-drawer.tsx').then((module) => ({
    default: module.HelpDrawer,
  })),
);

const ClaimDialog = lazy(() =>
  import('#renderer/features/guarantee/claim-dialog.tsx').then((module) => ({
    default: module.ClaimDialog,
  })),
);

/** The frame around every screen: rail, search, page, status line. */
export function Shell() {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  const isComplaintOpen = useUi((state) => state.newComplaint !== 'closed');
  const isHelpOpen = useUi((state) => state.isHelpOpen);
  const isClaimOpen = useClaim((state) => state.isOpen);
  const page = useRef<HTMLElement>(null);
  useShortcuts();
  useIdleLock();
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => page.current?.focus()}>
        {t('nav.skip')}
      </button>
      <Rail />
      <TopBar />
      <main className={classes.page} ref={page} tabIndex={-1}>
        {isSample && <SampleBanner />}
        <ErasedAgain />
        <Screens />
      </main>
      <StatusLine />
      <Palette />
      <KeysDialog />
      <Suspense fallback={null}>{isHelpOpen && <HelpDrawer />}</Suspense>
      <NewCustomerDialog />
      <Suspense fallback={null}>{isComplaintOpen && <NewComplaintDialog />}</Suspense>
      <Suspense fallback={null}>{isClaimOpen && <ClaimDialog />}</Suspense>
      <DropAnywhere />
    </div>
  );
}
