import type { ApplicationActor } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { findJobBriefs } from '../../catalog/jobs/index.ts';
import { findPeople } from '../../identity/people/index.ts';
import { type ApplicationRow, lockApplication } from './applications.store.ts';
import type { LockedApplication } from './locked-application.ts';
import { findPending } from './pending.store.ts';
import type { CompanyMembers } from './ports.ts';

/** Decides who may do what with an application. To anybody who stands on neither side it is `not_found`. */
export interface Access {
  /** On which side of an application the viewer stands. @throws {ApplicationError} `not_found` */
  sideOf(
    tx: Tx,
    viewer: Viewer,
    application: Pick<ApplicationRow, 'user_id' | 'company_id'>,
  ): Promise<ApplicationActor>;
  /** Locks an application for who stands on this side of it. @throws {ApplicationError} `not_found` */
  lockFor(tx: Tx, viewer: Viewer, id: string, side: ApplicationActor): Promise<LockedApplication>;
}

/** Locks an application for nobody in particular. @returns undefined: it is gone */
export async function lockAny(tx: Tx, id: string): Promise<LockedApplication | undefined> {
  const application = await lockApplication(tx, id);
  return application && describe(tx, application);
}

/** What is decided about a locked application, and what the other side is told. */
async function describe(tx: Tx, application: ApplicationRow): Promise<LockedApplication> {
  const pending = (await findPending(tx, [application.id])).get(application.id) ?? null;
  const job = (await findJobBriefs(tx, [application.job_id])).get(application.job_id);
  const applicant = (await findPeople(tx, [application.user_id])).get(application.user_id);
  return {
    ...application,
    pending,
    title: job?.title ?? '',
    company_name: job?.company_name ?? '',
    company_trust: job?.company_trust ?? 'unverified',
    company_domain: job?.company_domain ?? null,
    applicant_name: applicant?.name ?? '',
  };
}

export function createAccess(companies: CompanyMembers): Access {
  const sideOf: Access['sideOf'] = async (tx, viewer, application) => {
    if (application.user_id === viewer.userId) return 'applicant';
    const company = viewer.role === 'recruiter' ? await companies.companyOf(tx, viewer.userId) : null;
    if (company?.id !== application.company_id) throw new ApplicationError('not_found');
    return 'recruiter';
  };
  return {
    sideOf,
    async lockFor(tx, viewer, id, side) {
      const application = await lockApplication(tx, id);
      if (application === undefined || (await sideOf(tx, viewer, application)) !== side) {
        throw new ApplicationError('not_found');
      }
      return describe(tx, application);
    },
  };
}
