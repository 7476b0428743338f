import type { ActionTarget } from '../../core/actions.ts';

type OfApplication = { readonly application_id: string };

export const openApplication = ({ application_id: id }: OfApplication): ActionTarget => ({
  id: 'open_application',
  path: `/applications/${id}`,
});
export const openApplicants = ({ job_id: id }: { readonly job_id: string }): ActionTarget => ({
  id: 'open_applicants',
  path: `/company/jobs/${id}/applicants`,
});
export const aboutApplication = (payload: OfApplication): ActionTarget[] => [openApplication(payload)];
