import type { Protection } from '#db/file/protection.ts';
import type { SwapWhy } from '#db/file/swap.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { ChannelsOf } from '#shared/contract/index.ts';
import type { CopyChoice } from '#shared/contract/restore/restore.ts';
import type { ShopFacts } from '../context.ts';

/** The place a person picked in a dialog. */
export interface ChosenPath {
  readonly path: string;
}

/** A folder a person picked, and what to call what is not whole yet: main takes that away after a failure. */
export interface ChosenFolder extends ChosenPath {
  readonly unfinished: string;
}

/** Where a pack goes, and the place beside the shop of the rows that it is made from. */
export interface PackPlace extends ChosenFolder {
  readonly rows: string;
}

/** A file that is to be looked through, or to take the place of the data. */
export interface ChosenCopy extends ChosenPath {
  readonly copy: CopyChoice;
  readonly fileName: string;
  /** Of one from the list; null: what lies beside it counts. */
  readonly manifest: BackupEntry | null;
  readonly isPresentRead: boolean;
  /** Why it is to take the place of the data. */
  readonly why: SwapWhy;
  /** `locked`: its password has to be given first. `opened`: it was given, and is another than the shop's. */
  readonly password: 'none' | 'locked' | 'opened';
  /** Where a preview looks at it. */
  readonly scratch: string;
}

/** A damaged file, and where what can be read of it goes. */
export interface SalvageWork extends ChosenPath {
  readonly to: string;
  /** Where a protected one is copied to be read. */
  readonly scratch: string;
  /** When the newest whole copy was made; null: there is none. */
  readonly copyMadeAt: string | null;
  /** Spoken where the shop's own cannot be read. */
  readonly language: 'id' | 'en';
}

/** What main settles before a task starts, by its channel; a task that is not here starts at once. */
interface PreparedByTask {
  'accountant.makePack': PackPlace;
  'exports.everything': ChosenFolder;
  'exports.bringBack': ChosenFolder;
  'privacy.handOut': ChosenFolder;
  'privacy.exportLog': ChosenPath;
  'customers.export': ChosenPath;
  'sales.export': ChosenPath;
  'backups.saveTo': ChosenPath;
  'sales.savePdf': ChosenPath;
  'sales.print': ChosenPath;
  'feedback.savePdf': ChosenPath;
  'feedback.print': ChosenPath;
  'campaigns.savePdf': ChosenPath;
  'campaigns.print': ChosenPath;
  'campaigns.exportCalls': ChosenPath;
  'prospects.saveOffer': ChosenPath;
  'products.export': ChosenPath;
  'prospects.export': ChosenPath;
  'complaints.export': ChosenPath;
  'interactions.export': ChosenPath;
  'followUps.export': ChosenPath;
  'followUps.calendar': ChosenPath;
  'payments.export': ChosenPath;
  'insights.keepWorth': ChosenPath;
  'handover.save': ChosenPath;
  'handover.print': ChosenPath;
  'segments.keepPicture': ChosenPath;
  'segments.printPicture': ChosenPath;
  'imports.saveWrongRows': ChosenPath;
  /** What is to open the shop; null: it is to lie open. */
  'password.turn': { readonly protection: Protection | null };
  'password.drafts': { readonly protection: Protection | null };
  'password.copies': { readonly protection: Protection };
  'restore.preview': ChosenCopy;
  'restore.run': ChosenCopy;
  'restore.undo': ChosenCopy;
  'restore.salvage': SalvageWork;
  /** The shop that is to be made. */
  'sample.open': ShopFacts;
}

export type PreparedTask = keyof PreparedByTask & ChannelsOf<'task'>;
export type PreparedOf<N> = N extends keyof PreparedByTask ? PreparedByTask[N] : null;
