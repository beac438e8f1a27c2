import type { Application } from '#electron/application.ts';
import { type ChannelName, contract, type Input, type Output } from '#shared/contract/index.ts';

/** Asks a running app, and holds the answer against the contract. */
export async function askApp<N extends ChannelName>(
  app: Pick<Application, 'dispatch'>,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = await app.dispatch({ channel, input, callId: `ask-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return contract[channel].output.parse(answer.value) as Output<N>;
}

export type SoldRow = Output<'sales.list'>['rows'][number];

/** Every sale and return there is, as the list of sales tells them: what cards are recounted from. */
export async function allSoldRows(app: Pick<Application, 'dispatch'>): Promise<SoldRow[]> {
  const rows: SoldRow[] = [];
  let after: Output<'sales.list'>['next'] = null;
  do {
    const page: Output<'sales.list'> = await askApp(app, 'sales.list', { limit: 500, after });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** The days of each customer who is in no trash, up to a day: each once, in order. */
export function boughtByCustomer(rows: readonly SoldRow[], through: string): Map<number, string[]> {
  const found = new Map<number, Set<string>>();
  for (const { customerId, isCustomerInTrash, isPurchase, soldOn } of rows) {
    if (customerId === null || isCustomerInTrash || !isPurchase || soldOn > through) continue;
    found.set(customerId, (found.get(customerId) ?? new Set()).add(soldOn));
  }
  return new Map([...found].map(([id, days]) => [id, [...days].sort()]));
}
