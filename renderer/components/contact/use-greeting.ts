import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';

/**
 * The first words of a chat, to be gone on with and sent by the owner: whom by name, where there is
 * one, and which shop writes. Empty where neither is known.
 */
export function useGreeting(): (name: string) => string {
  const { t } = useTranslation();
  const { shopName: shop } = useSettings().settings;
  return (called) => {
    // Who has no name is called by a number, or said to have none.
    const name = /\p{L}/u.test(called) && called !== t('customers.noName') ? called : '';
    if (name !== '' && shop !== '') return t('customer.greeting.both', { name, shop });
    if (name !== '') return t('customer.greeting.name', { name });
    return shop === '' ? '' : t('customer.greeting.shop', { shop });
  };
}
