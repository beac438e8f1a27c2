import {
  IconBrandWhatsapp,
  IconBuildingStore,
  IconCalendarCheck,
  IconFileImport,
  IconMail,
  IconMessage,
  IconMessageReport,
  IconNotes,
  IconPencil,
  IconPhone,
  IconReceipt,
  IconShieldCheck,
  IconShoppingBag,
  IconStar,
  IconUsers,
} from '@tabler/icons-react';
import type { ContactChannel, TimelineItem } from '#shared/contract/interactions.ts';

type Icon = typeof IconPhone;

const CHANNEL: Readonly<Record<ContactChannel, Icon>> = {
  visit: IconBuildingStore,
  call: IconPhone,
  whatsapp: IconBrandWhatsapp,
  email: IconMail,
  sms: IconMessage,
  letter: IconNotes,
  social: IconUsers,
  marketplace: IconShoppingBag,
  other: IconNotes,
};

const KIND: Readonly<Record<Exclude<TimelineItem['kind'], 'contact'>, Icon>> = {
  sale: IconReceipt,
  complaint: IconMessageReport,
  claim: IconShieldCheck,
  review: IconStar,
  followUp: IconCalendarCheck,
  import: IconFileImport,
  change: IconPencil,
};

/** The picture of a line: the way of a contact, else what kind of thing it is. */
export function iconOf(item: TimelineItem): Icon {
  return item.kind === 'contact' ? CHANNEL[item.channel] : KIND[item.kind];
}
