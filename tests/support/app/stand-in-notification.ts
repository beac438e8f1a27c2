import { EventEmitter } from 'node:events';
import type { Notification, NotificationConstructorOptions } from 'electron';

interface Screen {
  /** Another, which is not shown. */
  failNext(): void;
  /** A person clicks what was shown as the nth; nothing happens where nobody holds it any more. */
  click(nth: number): void;
  /** What was shown as the nth goes away: by hand, or because its time is over. */
  close(nth: number, reason?: 'userCanceled' | 'timedOut'): void;
  /** Windows: one of an earlier run is clicked in its list. */
  clickOld(): void;
  readonly titles: string[];
}

/**
 * Notifications as Electron's are. The system holds them weakly: one that the app lets go of is
 * collected, and its click is heard by nobody. Under Linux it is known at once whether one is shown;
 * Windows says that it is, and may say later that it was not.
 */
export function standInNotifications(
  platform: 'linux' | 'win32',
  isSupported = true,
): { readonly system: typeof Notification; readonly screen: Screen } {
  const shown: WeakRef<EventEmitter>[] = [];
  const titles: string[] = [];
  let activated: (() => void) | null = null;
  let fails = false;

  class StandIn extends EventEmitter {
    readonly #options: NotificationConstructorOptions;

    constructor(options: NotificationConstructorOptions) {
      super();
      this.#options = options;
    }

    static isSupported(): boolean {
      return isSupported;
    }

    static handleActivation(callback: () => void): void {
      activated = callback;
    }

    show(): void {
      const isFailing = fails;
      fails = false;
      shown.push(new WeakRef(this));
      titles.push(this.#options.title ?? '');
      if (platform === 'linux') this.emit(isFailing ? 'failed' : 'show', {}, '');
      else {
        setImmediate(() => this.emit('show', {}));
        if (isFailing) setImmediate(() => this.emit('failed', {}, 'HRESULT: -2143420143'));
      }
    }
  }
  // The other systems have no such thing.
  if (platform !== 'win32') Reflect.deleteProperty(StandIn, 'handleActivation');

  const held = (nth: number): EventEmitter | undefined => shown[nth]?.deref();
  const screen: Screen = {
    titles,
    failNext: () => {
      fails = true;
    },
    click: (nth) => {
      activated?.();
      held(nth)?.emit('click', {});
    },
    close: (nth, reason) => {
      held(nth)?.emit('close', reason === undefined ? {} : { reason });
    },
    clickOld: () => activated?.(),
  };
  return { system: StandIn as unknown as typeof Notification, screen };
}
