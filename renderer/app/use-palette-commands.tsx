import {
  IconArrowRight,
  IconDeviceLaptop,
  IconFileImport,
  IconFileText,
  IconFolderDown,
  IconHelp,
  IconHistory,
  IconKeyboard,
  IconLanguage,
  IconMessageReport,
  IconMoon,
  IconPlus,
  IconReceipt,
  IconShieldCheck,
  IconSun,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOpenLog } from '#renderer/data/use-open-log.ts';
import { useClaim } from '#renderer/state/claim.ts';
import { useUi } from '#renderer/state/ui.ts';
import { type PlainRoute, useGo } from '../base/routes.ts';
import { useSwitches } from './use-switches.ts';

/** Something the palette can do besides finding. */
export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly Icon: typeof IconPlus;
  run(): void;
}

const PLACES: readonly Exclude<
  PlainRoute,
  | 'newSale'
  | 'newSegment'
  | 'newCampaign'
  | 'newStanding'
  | 'newSurvey'
  | 'prospectList'
  | 'restore'
>[] = [
  'today',
  'customers',
  'segments',
  'samePerson',
  'health',
  'rewards',
  'sales',
  'owed',
  'products',
  'prospects',
  'complaints',
  'reviews',
  'guarantee',
  'complaintReport',
  'insights',
  'campaigns',
  'standing',
  'feedback',
  'loyalty',
  'notes',
  'handover',
  'import',
  'accountant',
  'settings',
  'trash',
  'backups',
  'changes',
  'privacy',
  'help',
];

/** What can be begun from anywhere. */
function useBeginnings(): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const go = useGo();
  const openNewCustomer = useUi((state) => state.setNewCustomerOpen);
  const openNewComplaint = useUi((state) => state.openNewComplaint);
  const openClaim = useClaim((state) => state.openClaim);
  return [
    {
      id: 'newSale',
      label: t('sales.entry.new'),
      Icon: IconReceipt,
      run: () => go('newSale'),
    },
    { id: 'new', label: t('app.newCustomer'), Icon: IconPlus, run: () => openNewCustomer(true) },
    {
      id: 'newComplaint',
      label: t('complaint.new.title'),
      Icon: IconMessageReport,
      run: () => openNewComplaint(null),
    },
    {
      id: 'newClaim',
      label: t('guarantee.newClaim'),
      Icon: IconShieldCheck,
      run: () => openClaim(null),
    },
    { id: 'bring', label: t('app.palette.import'), Icon: IconFileImport, run: () => go('import') },
    {
      id: 'everything',
      label: t('settings.everything.title'),
      Icon: IconFolderDown,
      run: () => go('/settings?part=data'),
    },
    { id: 'restore', label: t('restore.title'), Icon: IconHistory, run: () => go('restore') },
  ];
}

const THEMES = [
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
  { scheme: 'system', Icon: IconDeviceLaptop },
] as const;

/** How the window speaks and looks, and what helps with it. */
function useLooks(): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const { switchLanguage, switchTheme } = useSwitches();
  const setKeysOpen = useUi((state) => state.setKeysOpen);
  const setHelpOpen = useUi((state) => state.setHelpOpen);
  const openLog = useOpenLog();
  return [
    { id: 'language', label: t('app.switchLanguage'), Icon: IconLanguage, run: switchLanguage },
    ...THEMES.map(({ scheme, Icon }) => ({
      id: scheme,
      label: t(`app.switchTheme.${scheme}`),
      Icon,
      run: () => switchTheme(scheme),
    })),
    { id: 'explain', label: t('help.explain'), Icon: IconHelp, run: () => setHelpOpen(true) },
    { id: 'keys', label: t('keys.title'), Icon: IconKeyboard, run: () => setKeysOpen(true) },
    { id: 'log', label: t('app.log.open'), Icon: IconFileText, run: () => void openLog() },
  ];
}

/** The commands whose words match what has been typed; all of them while nothing has. */
export function usePaletteCommands(typed: string): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const go = useGo();
  const beginnings = useBeginnings();
  const looks = useLooks();
  const places = PLACES.map((place) => ({
    id: place,
    label: t('app.palette.goTo', { place: t(`nav.${place}`) }),
    Icon: IconArrowRight,
    run: () => go(place),
  }));
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return [...beginnings, ...places, ...looks].filter(({ label }) =>
    words.every((word) => label.toLowerCase().includes(word)),
  );
}
