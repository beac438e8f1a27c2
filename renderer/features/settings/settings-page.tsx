import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { AboutSection } from './about-section.tsx';
import { AccountsSection, DecimalSection, RecapSection } from './books-sections.tsx';
import { ReplySection, RulesSection } from './complaint-sections.tsx';
import { ContactSection } from './contact-section.tsx';
import { DataSection } from './data-section.tsx';
import { EverythingSection } from './everything-section.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { LevelsSection } from './levels-section.tsx';
import { LookSection } from './look-section.tsx';
import { OwnFieldsSection } from './own-fields/own-fields-section.tsx';
import { PaperSection } from './paper/paper-section.tsx';
import { PasswordSection } from './password/password-section.tsx';
import { SellingSection } from './selling-section.tsx';
import classes from './settings.module.css';
import { ShopSection } from './shop-section.tsx';
import { RecordsSection } from './worth/records-section.tsx';
import { ActiveSection, WorthSection } from './worth/worth-sections.tsx';

const GROUPS = ['shop', 'hours', 'complaints', 'customers', 'accountant', 'data'] as const;
type Group = (typeof GROUPS)[number];

const SECTIONS: Readonly<Record<Group, ReactNode>> = {
  shop: (
    <>
      <ShopSection />
      <SellingSection />
      <PaperSection />
      <LookSection />
    </>
  ),
  hours: (
    <>
      <HoursSection />
      <HolidaysSection />
    </>
  ),
  complaints: (
    <>
      <LevelsSection />
      <RulesSection />
      <ReplySection />
    </>
  ),
  customers: (
    <>
      <ContactSection />
      <OwnFieldsSection />
      <ActiveSection />
      <WorthSection />
      <RecordsSection />
    </>
  ),
  accountant: (
    <>
      <RecapSection />
      <DecimalSection />
      <AccountsSection />
    </>
  ),
  data: (
    <>
      <DataSection />
      <PasswordSection />
      <EverythingSection />
      <AboutSection />
    </>
  ),
};

/** What the shop has settled, part by part; each field saves itself. */
export function SettingsPage() {
  const { t } = useTranslation();
  const headings = useRef(new Map<Group, HTMLElement>());
  const show = (group: Group) => {
    const heading = headings.current.get(group);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  // A command names the part that it is about: `#/settings?part=data`.
  const part = new URLSearchParams(useSearch()).get('part');
  const showPart = useEffectEvent(() => {
    const named = GROUPS.find((group) => group === part);
    if (named !== undefined) show(named);
  });
  useEffect(() => {
    if (part !== null) showPart();
  }, [part]);
  return (
    <>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <nav className={classes.groups} aria-label={t('settings.groups.label')}>
        {GROUPS.map((group) => (
          <Button key={group} size="xs" onClick={() => show(group)}>
            {t(`settings.groups.${group}`)}
          </Button>
        ))}
      </nav>
      {GROUPS.map((group) => (
        <div key={group} className={classes.group}>
          <h2
            className={classes.groupTitle}
            tabIndex={-1}
            ref={(heading) => {
              if (heading !== null) headings.current.set(group, heading);
            }}
          >
            {t(`settings.groups.${group}`)}
          </h2>
          <div className={classes.sections}>{SECTIONS[group]}</div>
        </div>
      ))}
    </>
  );
}
