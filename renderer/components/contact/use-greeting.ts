import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import { spokenName } from '#shared/domain/replies/merge.ts';

/**
 * The first words of a chat, to be gone on with and sent by the owner: whom by name, where there is
 * one, and which shop writes. Empty where neither is known.
 */
export function useGreeting(): (name: string) => string {
  const { t } = useTranslation();
  const { shopName: shop } = useSettings().settings;
  return (called) => {
    const name = called === t('customers.noName') ? '' : spokenName(called);
    if (name !== '' && shop !== '') return t('customer.greeting.both', { name, shop });
    if (name !== '') return t('customer.greeting.name', { name });
    return shop === '' ? '' : t('customer.greeting.shop', { shop });
  };
}
