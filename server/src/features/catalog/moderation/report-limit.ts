import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { lockReporter, type Reporter, selectReportTimes } from './reports.store.ts';

const day = 86_400_000;
/** Most reports of a day. */
const mostReports = { person: 20, visitor: 3 } as const;

/** @throws {ApplicationError} `too_many_reports`: whoever reports has done so as often as one may in a day */
export async function assertMayReport(tx: Tx, reporter: Reporter, at: Date): Promise<void> {
  await lockReporter(tx, reporter);
  const most = mostReports['userId' in reporter ? 'person' : 'visitor'];
  const now = at.getTime();
  const times = await selectReportTimes(tx, reporter, new Date(now - day), most);
  const [oldest] = times;
  if (oldest === undefined || times.length < most) return;
  throw new ApplicationError('too_many_reports', {
    extensions: {
      limit: most,
      retry_after: Math.max(1, Math.ceil((oldest.getTime() + day - now) / 1_000)),
    },
  });
}
