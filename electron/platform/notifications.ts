import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Notice, Platform } from '../context.ts';
import type { OpenWindows } from './open-windows.ts';

type Shown = Pick<Notification, 'on' | 'show'>;
type System = Pick<typeof Notification, 'isSupported' | 'handleActivation'> & {
  new (options: NotificationConstructorOptions): Shown;
};

/** Where one of an earlier run leads, of which nothing is known any more. */
const overview = '/today';

/** The system's notifications of this run, and under Windows those it has kept of earlier ones. */
export class Notices {
  readonly #system: System;
  readonly #windows: Pick<OpenWindows, 'goTo' | 'comeForward'>;
  /** One that nobody holds is collected, and takes its click with it. */
  readonly #kept = new Set<Shown>();
  #hasShown = false;

  constructor(
    system: System,
    windows: Pick<OpenWindows, 'goTo' | 'comeForward'>,
    platform: NodeJS.Platform,
  ) {
    this.#system = system;
    this.#windows = windows;
    if (platform === 'win32') system.handleActivation(() => this.#activated());
  }

  readonly show: Platform['notify'] = (notice, onFailed) => {
    if (this.#system.isSupported()) this.#show(notice, onFailed);
    else onFailed();
  };

  #show(notice: Notice, onFailed: () => void): void {
    const shown = new this.#system({ title: notice.title, body: notice.body });
    this.#hasShown = true;
    this.#kept.add(shown);
    shown.on('click', () => {
      this.#kept.delete(shown);
      this.#windows.goTo(notice.address);
    });
    shown.on('close', ({ reason }) => {
      // Windows keeps one whose time is over, and it can still be clicked.
      if (reason !== 'timedOut') this.#kept.delete(shown);
    });
    // Windows can say that it has been shown, and later that it has not.
    shown.on('failed', () => {
      this.#kept.delete(shown);
      onFailed();
    });
    shown.show();
  }

  /** Told of every click, also of those that our own notifications hear: theirs know where to go. */
  #activated(): void {
    if (this.#hasShown) this.#windows.comeForward();
    else this.#windows.goTo(overview);
  }
}
