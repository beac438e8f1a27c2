import type { ReactNode } from 'react';
import { NamelessSales } from '#renderer/components/before-customers/nameless-sales.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';

/** Without a customer: what was sold all the same, else `children`: what to do first. */
export function BeforeCustomers({ children }: { readonly children: ReactNode }) {
  const { hasSales } = useSettings();
  const { data: sold } = useQuery('insights.sales', {}, { enabled: hasSales });
  if (!hasSales) return children;
  if (sold === undefined) return <div aria-busy="true" />;
  return sold.named === 0 && sold.firstOn !== null ? <NamelessSales sold={sold} /> : children;
}
