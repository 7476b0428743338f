/** What to select from `jobs` for a `JobSummaryRow`. */
export const summaryColumns = [
  'jobs.id',
  'jobs.company_id',
  'jobs.company_name',
  'jobs.title',
  'jobs.places',
  'jobs.workplace',
  'jobs.employment_type',
  'jobs.seniority',
  'jobs.skills',
  'jobs.pay_minimum',
  'jobs.pay_maximum',
  'jobs.pay_currency',
  'jobs.pay_period',
  'jobs.status',
  'jobs.published_at',
  'jobs.deadline_at',
  'jobs.beginning',
  'jobs.company_trust',
] as const;

/** What to select beyond the summary for a `JobRow`. */
export const detailColumns = [
  'jobs.cluster_id',
  'jobs.source_id',
  'jobs.posted_by',
  'jobs.description_html',
  'jobs.description_text',
  'jobs.department',
  'jobs.apply_url',
  'jobs.matched_at',
  'jobs.hold',
  'jobs.flags',
  'jobs.review',
  'jobs.review_note',
  'jobs.created_at',
  'jobs.updated_at',
] as const;
