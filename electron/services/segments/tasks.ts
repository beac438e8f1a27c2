import { asReport } from '../../tasks/report.ts';
import { countedSegments, countSegment, oneSegment, segmentChoices } from './count.ts';

/** What the task process counts of this area. */
export const segmentTasks = {
  'segments.list': asReport(countedSegments),
  'segments.get': asReport(oneSegment),
  'segments.count': asReport(countSegment),
  'segments.choices': asReport(segmentChoices),
};
