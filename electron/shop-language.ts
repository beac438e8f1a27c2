import type { Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/settings.ts';
import type { Application } from './application.ts';

/** The language of the open shop, for what main says by itself; until a shop is open, the system's. */
export class ShopLanguage {
  #current: Language;
  readonly #listeners: ((language: Language) => void)[] = [];

  constructor(guess: Language) {
    this.#current = guess;
  }

  readonly current = (): Language => this.#current;

  /** Called with the language now, and with each that follows. */
  each(listener: (language: Language) => void): void {
    this.#listeners.push(listener);
    listener(this.#current);
  }

  /** Asks the shop now, and again whenever it may speak another. */
  async follow(app: Pick<Application, 'dispatch' | 'onEvent'>): Promise<void> {
    app.onEvent((event) => {
      if (event.type !== 'changed') return;
      if (event.touches.includes('settings') || event.touches.includes('shop')) void this.#ask(app);
    });
    await this.#ask(app);
  }

  async #ask(app: Pick<Application, 'dispatch'>): Promise<void> {
    const answer = await app.dispatch({ channel: 'settings.get', input: {}, callId: 'language' });
    if (!answer.ok) return;
    const { language } = (answer.value as Output<'settings.get'>).settings;
    if (language === this.#current) return;
    this.#current = language;
    for (const listener of this.#listeners) listener(language);
  }
}
