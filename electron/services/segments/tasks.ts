import { asReport } from '../../tasks/report.ts';
import { asReckoned } from './as-reckoned.ts';
import { countedSegments, countSegment, oneSegment, segmentChoices } from './count.ts';
import { pictureTasks } from './picture/tasks.ts';

/** What the task process counts of this area. */
export const segmentTasks = {
  ...pictureTasks,
  'segments.list': asReckoned(countedSegments),
  'segments.get': asReport(oneSegment),
  'segments.count': asReckoned(countSegment),
  'segments.choices': asReport(segmentChoices),
};
