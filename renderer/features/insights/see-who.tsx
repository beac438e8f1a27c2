import { WhoButton } from '#renderer/components/chart/who-button.tsx';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import { useIsThen } from './use-looked-from.ts';
import { useWho } from './use-who.ts';

interface Props {
  readonly count: number;
  readonly filter: Partial<CustomerFilter>;
  /** Who they are, where the sentence above does not say it. */
  readonly text?: string;
}

/** Opens the customer list with just those; nothing where it would be empty, or of a day before. */
export function SeeWho({ count, filter, text }: Props) {
  const showWho = useWho();
  const isThen = useIsThen();
  if (isThen || count === 0) return null;
  return <WhoButton text={text} onClick={() => showWho(filter)} />;
}
