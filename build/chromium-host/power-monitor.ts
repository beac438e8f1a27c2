import { EventEmitter } from 'node:events';

/** Never speaks: a system that shuts down ends the host by a signal. */
export const powerMonitor = new EventEmitter();
