import { EventEmitter } from 'node:events';

/** Nobody tells the host that the system shuts down: it is ended like any other program. */
export const powerMonitor = new EventEmitter();
