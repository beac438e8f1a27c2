import { sealKey } from '#db/file/key-envelope.ts';
import {
  forgetProtection,
  liesOpen,
  type Protection,
  protect,
  protectionOf,
} from '#db/file/protection.ts';
import { besidePath } from '#db/file/swap.ts';
import { dropTurned, openCopies, rewrapCopies, takeTurned } from '#db/file/turn-key.ts';
import type { Output } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { PasswordActions, ShopFacts, ShopPaths } from '../context.ts';
import { dropAllDrafts } from '../services/imports/draft-files.ts';
import { requireOpened } from '../services/password/envelope.ts';
import { removeKeyFile, writeKeyFile } from '../services/password/key-file.ts';
import { forgetKiosk } from './kiosk-lock.ts';
import { sampleFolder } from './shop-paths.ts';
import type { StillShop } from './still-shop.ts';

/** The sample lies inside the owner's folder, and lies open: nobody's data is in it. */
export function protectShop(folder: string, protection: Protection | null): void {
  protect({ folder, protection });
  protect({ folder: sampleFolder(folder), protection: null });
}

/** What opened a shop that is closed is not kept. */
export function forgetShop(folder: string): void {
  for (const one of [folder, sampleFolder(folder)]) {
    forgetProtection(one);
    forgetKiosk(one);
  }
}

/** A shop that is moved opens by its password in the other folder, too. */
export async function carryKey(from: string, to: string): Promise<void> {
  const protection = protectionOf(from);
  if (protection === null) return;
  protectShop(to, protection);
  await writeKeyFile(to, protection.envelope);
}

/** What a swap is made under where another password protects the file that takes the place; null: nothing changes. */
export interface ForeignKey {
  readonly paths: ShopPaths;
  readonly protection: Protection | null;
}

/**
 * Does a swap. A copy under another password keeps it where the shop has none: the key lies beside the
 * shop before a file that needs it does. Where the shop has one, the copy was written anew under that.
 */
export async function underKeyOf<T>(
  { paths: { folder, database }, protection }: ForeignKey,
  swap: () => Promise<T>,
): Promise<T> {
  forgetProtection(besidePath(database));
  if (protection === null || protectionOf(folder) !== null) return swap();
  await writeKeyFile(folder, protection.envelope);
  protectShop(folder, protection);
  try {
    return await swap();
  } catch (error) {
    // Undone: the shop lies open as it did.
    if (liesOpen(database) !== false) {
      protectShop(folder, null);
      await removeKeyFile(folder);
    }
    throw error;
  }
}

/** A move that came to nothing leaves no key where no shop is. */
export async function dropKey(folder: string): Promise<void> {
  forgetShop(folder);
  await removeKeyFile(folder);
}

/** Sets, changes and removes a shop's password, and keeps its screen locked. */
export class ShopPassword implements PasswordActions {
  readonly #shop: StillShop;
  #isLocked = false;

  constructor(shop: StillShop) {
    this.#shop = shop;
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  #protection(): Protection {
    const found = protectionOf(this.#shop.own().facts.paths.folder);
    if (found === null) throw new AppFailure({ code: 'CONFLICT', reason: 'no-password' });
    return found;
  }

  async set(password: string): Promise<Output<'password.set'>> {
    const { folder } = this.#shop.own().facts.paths;
    if (protectionOf(folder) !== null)
      throw new AppFailure({ code: 'CONFLICT', reason: 'password-set' });
    const { recoveryCode, key, envelope } = await sealKey(password, null);
    const protection = { key, envelope };
    await this.#shop.still(() => this.#turnTo(protection, null));
    const left = await this.#shop.step('password.copies', protection);
    return { recoveryCode, leftOpen: left as string[] };
  }

  /**
   * Protects what lies open in a shop that has a password: copies, when setting it was cut short, and the
   * shop itself, when an unprotected copy has taken its place.
   */
  async goOn(): Promise<void> {
    const own = this.#shop.ownOrNull();
    if (own === null) return;
    const { folder, database, backups } = own.facts.paths;
    const protection = protectionOf(folder);
    if (protection === null) return;
    if (liesOpen(database) === true)
      await this.#shop.still(() => this.#turnTo(protection, protection));
    if ((await openCopies(backups)).length > 0)
      await this.#shop.step('password.copies', protection);
  }

  async change(current: string, password: string): Promise<Output<'password.change'>> {
    const { paths } = this.#shop.own().facts;
    const { key } = await requireOpened(this.#protection().envelope, current);
    const { envelope, recoveryCode } = await sealKey(password, key);
    await this.#shop.still(async () => {
      await writeKeyFile(paths.folder, envelope);
      protectShop(paths.folder, { key, envelope });
      await rewrapCopies(paths.backups, { key, envelope });
    });
    return { recoveryCode };
  }

  async remove(current: string): Promise<void> {
    const protection = await requireOpened(this.#protection().envelope, current);
    await this.#shop.still(() => this.#turnTo(null, protection));
    await this.#shop.copy();
  }

  async unlock(secret: string): Promise<{ isOpen: true }> {
    await requireOpened(this.#protection().envelope, secret);
    this.#isLocked = false;
    return { isOpen: true };
  }

  lock(): { isLocked: true } {
    this.#protection();
    this.#isLocked = true;
    return { isLocked: true };
  }

  /**
   * The key lies beside the shop before a shop that needs it does, and is taken away after: cut short
   * anywhere, the next start finds the shop as it was, or as it was to be, with what opens it.
   */
  async #turnTo(protection: Protection | null, former: Protection | null): Promise<void> {
    const { facts } = this.#shop.own();
    const { folder, database } = facts.paths;
    if (protection !== null) protectShop(folder, protection);
    try {
      await this.#shop.step('password.turn', protection);
      if (protection !== null) {
        await writeKeyFile(folder, protection.envelope);
        await this.#turnDrafts(facts, protection);
      }
      await this.#shop.reopen(() => takeTurned(folder, database));
    } catch (error) {
      await this.#turnDrafts(facts, former);
      await dropTurned(database);
      if (former === null) await removeKeyFile(folder);
      throw error;
    }
    if (protection !== null) return;
    await this.#turnDrafts(facts, null);
    await removeKeyFile(folder);
  }

  /**
   * What waits on the import is sealed before the shop is, and lies open after it does; cut short, the next
   * start drops it as it drops every draft. Where even that cannot be done it goes now.
   */
  #turnDrafts(facts: ShopFacts, to: Protection | null): Promise<void> {
    const { folder, staging } = facts.paths;
    return this.#shop.alone(async () => {
      await this.#shop.step('password.drafts', to, facts).catch(() => dropAllDrafts(staging));
      protectShop(folder, to);
    });
  }
}
