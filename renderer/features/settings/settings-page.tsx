import { useTranslation } from 'react-i18next';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { AboutSection } from './about-section.tsx';
import { DataSection } from './data-section.tsx';
import { LookSection } from './look-section.tsx';
import classes from './settings.module.css';
import { ShopSection } from './shop-section.tsx';
import { ActiveSection, WorthSection } from './worth-sections.tsx';

/** What the shop has settled; each field saves itself. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <div className={classes.sections}>
        <ShopSection />
        <LookSection />
        <ActiveSection />
        <WorthSection />
        <DataSection />
        <AboutSection />
      </div>
    </>
  );
}
