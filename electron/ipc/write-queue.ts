/**
 * One writer at a time: commands and the transactions of tasks wait here for their turn, instead of
 * blocking the main process on SQLite's lock.
 */
export class WriteQueue {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn; the answer must be called when done. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let done: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  }

  /** Runs in turn and gives the turn back, whatever happens. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const done = await this.take();
    try {
      return await work();
    } finally {
      done();
    }
  }
}
