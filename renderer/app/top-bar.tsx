import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconFileImport,
  IconHelp,
  IconMessageReport,
  IconPlus,
  IconSearch,
  IconUserPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chord } from '#renderer/components/keys/chord.tsx';
import { KEYS } from '#renderer/components/keys/keys.ts';
import { useUi } from '#renderer/state/ui.ts';
import { useGo } from '../base/routes.ts';
import classes from './top-bar.module.css';
import { palette } from './use-first-result.ts';

function NewMenu() {
  const { t } = useTranslation();
  const go = useGo();
  const openNewCustomer = useUi((state) => state.setNewCustomerOpen);
  const openNewComplaint = useUi((state) => state.openNewComplaint);
  return (
    <Menu>
      <Menu.Target>
        <Button
          className={classes.new}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('app.new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden="true" />}
          rightSection={<Chord chord={KEYS.everywhere.newCustomer[0]} />}
          onClick={() => openNewCustomer(true)}
        >
          {t('app.newCustomer')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMessageReport size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => openNewComplaint(null)}
        >
          {t('complaint.new.title')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => go('import')}
        >
          {t('app.palette.import')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The one search, what can be made new, and help with the page. */
export function TopBar() {
  const { t } = useTranslation();
  const setHelpOpen = useUi((state) => state.setHelpOpen);
  return (
    <section className={classes.top} aria-label={t('app.palette.label')}>
      <button type="button" className={classes.search} onClick={() => palette.open()}>
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <span className={classes.hint}>{t('app.search')}</span>
        <Chord chord={KEYS.everywhere.find[0]} />
      </button>
      <NewMenu />
      <ActionIcon
        aria-label={t('help.explain')}
        title={t('help.explainKey', { key: KEYS.everywhere.help[0] })}
        onClick={() => setHelpOpen(true)}
      >
        <IconHelp size={20} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
    </section>
  );
}
