import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useGo } from '#renderer/base/routes.ts';
import { useFocusBack } from '#renderer/components/dialog.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { HelpPage } from '#shared/locale/help.ts';
import classes from './help.module.css';
import { HelpArticle } from './help-article.tsx';
import { helpFor } from './help-of.ts';
import { plainOf, saidOf } from './say.ts';

/** F1: the page that is shown, explained beside it. */
export function HelpDrawer() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const [location] = useLocation();
  const go = useGo();
  const here = helpFor(location);
  const [page, setPage] = useState<HelpPage>(here);
  const setOpen = useUi((state) => state.setHelpOpen);
  const close = () => setOpen(false);
  useFocusBack();
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="34rem"
      title={plainOf(t, saidOf(settings.language, page).title)}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      classNames={{ title: classes.title ?? '' }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      transitionProps={{ duration: 0 }}
    >
      <HelpArticle page={page} onRead={setPage} onLeave={close} isHere={page === here} />
      <Button
        variant="transparent"
        className={classes.all}
        onClick={() => {
          close();
          go('help');
        }}
      >
        {t('help.all')}
      </Button>
    </Drawer>
  );
}
