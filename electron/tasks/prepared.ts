import type { ChannelsOf } from '#shared/contract/index.ts';
import type { ShopFacts } from '../context.ts';

/** The place a person picked in a dialog. */
export interface ChosenPath {
  readonly path: string;
}

/** What main settles before a task starts, by its channel; a task that is not here starts at once. */
interface PreparedByTask {
  'accountant.makePack': ChosenPath;
  'customers.export': ChosenPath;
  'sales.export': ChosenPath;
  'products.export': ChosenPath;
  'prospects.export': ChosenPath;
  'complaints.export': ChosenPath;
  'interactions.export': ChosenPath;
  'followUps.export': ChosenPath;
  'followUps.calendar': ChosenPath;
  'payments.export': ChosenPath;
  'imports.saveWrongRows': ChosenPath;
  /** The shop that is to be made. */
  'sample.open': ShopFacts;
}

export type PreparedTask = keyof PreparedByTask & ChannelsOf<'task'>;
export type PreparedOf<N> = N extends keyof PreparedByTask ? PreparedByTask[N] : null;
