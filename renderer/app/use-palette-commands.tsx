import {
  IconArrowRight,
  IconDeviceLaptop,
  IconFileImport,
  IconLanguage,
  IconMessageReport,
  IconMoon,
  IconPlus,
  IconShieldCheck,
  IconSun,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
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

const PLACES: readonly PlainRoute[] = [
  'today',
  'customers',
  'complaints',
  'reviews',
  'guarantee',
  'complaintReport',
  'insights',
  'import',
  'settings',
];

/** The commands whose words match what has been typed; all of them while nothing has. */
export function usePaletteCommands(typed: string): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const go = useGo();
  const { switchLanguage, switchTheme } = useSwitches();
  const openNewCustomer = useUi((state) => state.setNewCustomerOpen);
  const openClaim = useClaim((state) => state.openClaim);
  const openNewComplaint = useUi((state) => state.openNewComplaint);
  const all: PaletteCommand[] = [
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
    {
      id: 'bring',
      label: t('app.palette.import'),
      Icon: IconFileImport,
      run: () => go('import'),
    },
    ...PLACES.map((place) => ({
      id: place,
      label: t('app.palette.goTo', { place: t(`nav.${place}`) }),
      Icon: IconArrowRight,
      run: () => go(place),
    })),
    { id: 'language', label: t('app.switchLanguage'), Icon: IconLanguage, run: switchLanguage },
    {
      id: 'light',
      label: t('app.switchTheme.light'),
      Icon: IconSun,
      run: () => switchTheme('light'),
    },
    {
      id: 'dark',
      label: t('app.switchTheme.dark'),
      Icon: IconMoon,
      run: () => switchTheme('dark'),
    },
    {
      id: 'system',
      label: t('app.switchTheme.system'),
      Icon: IconDeviceLaptop,
      run: () => switchTheme('system'),
    },
  ];
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
}
