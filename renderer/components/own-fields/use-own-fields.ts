import { useQuery } from '#renderer/data/use-query.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';

const NONE: readonly OwnField[] = [];

/** The fields of the customer that the owner made, in their order; none until they are read. */
export function useOwnFields(): readonly OwnField[] {
  const { data } = useQuery('customers.fields', {});
  return data?.fields ?? NONE;
}
