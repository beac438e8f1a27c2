import type { Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/settings.ts';
import type { Application } from './application.ts';

/** The language of the open shop, for what main says by itself; until a shop is open, the system's. */
export class ShopLanguage {
  #current: Language;

  constructor(guess: Language) {
    this.#current = guess;
  }

  get current(): Language {
    return this.#current;
  }

  /** Asks the shop now and whenever it may speak another; `onChange` is called each time it does. */
  async follow(
    app: Pick<Application, 'dispatch' | 'onEvent'>,
    onChange: () => void,
  ): Promise<void> {
    const ask = async (): Promise<void> => {
      const answer = await app.dispatch({ channel: 'settings.get', input: {}, callId: 'language' });
      if (!answer.ok) return;
      const { language } = (answer.value as Output<'settings.get'>).settings;
      if (language === this.#current) return;
      this.#current = language;
      onChange();
    };
    app.onEvent((event) => {
      if (event.type !== 'changed') return;
      if (event.touches.includes('settings') || event.touches.includes('shop')) void ask();
    });
    await ask();
  }
}
