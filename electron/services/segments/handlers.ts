import { changeSegment, createSegment, dropSegment } from './change.ts';

/** What main does for each channel of this area that it serves itself. */
export const segmentHandlers = {
  'segments.create': createSegment,
  'segments.update': changeSegment,
  'segments.remove': dropSegment,
};
