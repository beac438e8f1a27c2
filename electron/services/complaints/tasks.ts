import { asReport } from '../../tasks/report.ts';
import { complaintReportOf } from '../complaint-report/complaint-report.ts';
import { exportComplaints } from '../exports/complaints.ts';

/** What the task process does for this area. */
export const complaintTasks = {
  'complaints.export': exportComplaints,
  'complaints.report': asReport(complaintReportOf),
};
