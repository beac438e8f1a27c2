import { nameOfTrash } from '#db/queries/trash/list.ts';
import type { TrashKept, TrashKey, TrashObstacle } from '#shared/contract/trash/trash.ts';
import type { TaskContext } from '../../context.ts';

/** So many that could not be done are named. */
const mostNamed = 100;

/** Collects what could not be done: all are counted, the first are named. */
export class Kept {
  #count = 0;
  readonly #named: TrashKept['named'] = [];

  async add(ctx: TaskContext, key: TrashKey, obstacle: TrashObstacle): Promise<void> {
    this.#count += 1;
    if (this.#named.length >= mostNamed) return;
    this.#named.push({ ...key, name: await nameOfTrash(ctx.open().db, key), obstacle });
  }

  get(): TrashKept {
    return { count: this.#count, named: this.#named };
  }
}
