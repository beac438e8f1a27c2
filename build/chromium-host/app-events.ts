import { EventEmitter } from 'node:events';

/** Where `app` speaks. */
export const appEvents = new EventEmitter();

/** Emits an event that a listener can prevent. True: nobody did. */
export function emitPreventable(emitter: EventEmitter, name: string, ...args: unknown[]): boolean {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...args);
  return !event.defaultPrevented;
}
