import {
  IconBrandWhatsapp,
  IconBuildingStore,
  IconCalendarCheck,
  IconCash,
  IconMail,
  IconMessage,
  IconMessageReport,
  IconMoodSmile,
  IconNotes,
  IconPhone,
  IconReceipt,
  IconShieldCheck,
  IconShoppingBag,
  IconStar,
  IconUsers,
} from '@tabler/icons-react';
import type { ContactChannel } from '#shared/contract/interactions/interactions.ts';
import type { Happening } from './item-words.ts';

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

const KIND: Readonly<Record<Exclude<Happening['kind'], 'contact'>, Icon>> = {
  sale: IconReceipt,
  payment: IconCash,
  complaint: IconMessageReport,
  claim: IconShieldCheck,
  review: IconStar,
  survey: IconMoodSmile,
  followUp: IconCalendarCheck,
};

/** The picture of a line: the way of a contact, else what kind of thing it is. */
export function iconOf(item: Happening): Icon {
  return item.kind === 'contact' ? CHANNEL[item.channel] : KIND[item.kind];
}
