import type { ActionTarget } from '../../core/actions.ts';

type OfJob = { readonly job_id: string };

export const openJob = ({ job_id: id }: OfJob): ActionTarget => ({ id: 'open_job', path: `/jobs/${id}` });
const saveJob = ({ job_id: id }: OfJob): ActionTarget => ({
  id: 'save_job',
  call: { method: 'PUT', path: `/api/v1/jobs/${id}/saved` },
});
const hideJob = ({ job_id: id }: OfJob): ActionTarget => ({
  id: 'hide_job',
  call: { method: 'PUT', path: `/api/v1/jobs/${id}/hidden` },
});

/** The buttons of what is told about one job. */
export const aboutJob = (payload: OfJob): ActionTarget[] => [
  openJob(payload),
  saveJob(payload),
  hideJob(payload),
];
