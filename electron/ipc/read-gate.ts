/** Lets queries through, and holds them back while the file they would read is changed for another. */
export class ReadGate {
  #inside = 0;
  #closed: Promise<void> | null = null;
  #onEmpty: (() => void) | null = null;

  /** Runs as soon as nobody is alone. */
  async through<T>(read: () => Promise<T>): Promise<T> {
    while (this.#closed !== null) await this.#closed;
    this.#inside += 1;
    try {
      return await read();
    } finally {
      this.#inside -= 1;
      if (this.#inside === 0) this.#onEmpty?.();
    }
  }

  /** Runs when those inside have left; who comes meanwhile waits. One at a time: the caller sees to that. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const opened = Promise.withResolvers<void>();
    this.#closed = opened.promise;
    try {
      if (this.#inside > 0) {
        const empty = Promise.withResolvers<void>();
        this.#onEmpty = empty.resolve;
        await empty.promise;
      }
      return await work();
    } finally {
      this.#onEmpty = null;
      this.#closed = null;
      opened.resolve();
    }
  }
}
