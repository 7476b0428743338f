import { defineSettings, documentation, wholeNumber } from '../../../platform/config/index.ts';

export const jobSettings = defineSettings({
  variables: {
    ROLECALL_UNVERIFIED_OPEN_JOBS: wholeNumber(1, 10_000).default(5).register(documentation, {
      description: 'Open jobs that a company may have whose domain is not proven.',
    }),
    ROLECALL_UNVERIFIED_JOBS_PER_DAY: wholeNumber(1, 10_000).default(5).register(documentation, {
      description: 'Jobs that a company whose domain is not proven may post in 24 hours.',
    }),
    ROLECALL_VERIFIED_OPEN_JOBS: wholeNumber(1, 100_000).default(2_000).register(documentation, {
      description: 'Open jobs that a verified company may have.',
    }),
    ROLECALL_VERIFIED_JOBS_PER_DAY: wholeNumber(1, 100_000).default(500).register(documentation, {
      description: 'Jobs that a verified company may post in 24 hours.',
    }),
  },
  /** How much a company may post. */
  read: (values) => ({
    unverified: {
      openJobs: values.ROLECALL_UNVERIFIED_OPEN_JOBS,
      jobsPerDay: values.ROLECALL_UNVERIFIED_JOBS_PER_DAY,
    },
    verified: {
      openJobs: values.ROLECALL_VERIFIED_OPEN_JOBS,
      jobsPerDay: values.ROLECALL_VERIFIED_JOBS_PER_DAY,
    },
  }),
});
