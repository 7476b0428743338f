/** A made-up id for samples, the same each time. */
export const sampleId = (last: number): string => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** The job that samples are about. */
export const sampleJob = {
  job_id: sampleId(1),
  job_title: 'Harbour Pilot',
  company_name: 'North Quay',
  company_id: sampleId(2),
} as const;

/** An application for it. */
export const sampleApplication = { ...sampleJob, application_id: sampleId(3) } as const;
