import { asReport } from '../../tasks/report.ts';
import { asReckoned } from './as-reckoned.ts';
import { countedSegments, countSegment, oneSegment, segmentChoices } from './count.ts';

/** What the task process counts of this area. */
export const segmentTasks = {
  'segments.list': asReckoned(countedSegments),
  'segments.get': asReport(oneSegment),
  'segments.count': asReckoned(countSegment),
  'segments.choices': asReport(segmentChoices),
};
