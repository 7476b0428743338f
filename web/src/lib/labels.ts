import type {
  ApplicationStatus,
  Category,
  Channel,
  DeliveryStatus,
  DigestFrequency,
  Frequency,
  Kind,
  Locale,
  MatchReason,
  PayPeriod,
  Role,
  SkipReason,
  Source,
  SourceKind,
  Weekday,
} from '@rolecall/contract';

/** Words for the values of the contract. A missing one is a type error. */
type Labels<Value extends string> = Readonly<Record<Value, string>>;

export const roleLabels: Labels<Role> = {
  job_seeker: 'Job seeker',
  recruiter: 'Recruiter',
  operator: 'Operator',
};

export const payPeriodLabels: Labels<PayPeriod> = {
  hour: 'per hour',
  day: 'per day',
  week: 'per week',
  month: 'per month',
  year: 'per year',
};

export const remoteLabels = {
  any: 'Anywhere is fine',
  remote_only: 'Remote only',
  on_site_only: 'On site only',
} as const;

export const statusLabels: Labels<ApplicationStatus> = {
  submitted: 'Submitted',
  viewed: 'Viewed',
  shortlisted: 'Shortlisted',
  interview: 'Interview',
  offer: 'Offer',
  hired: 'Hired',
  rejected: 'Not selected',
  withdrawn: 'Withdrawn',
};

/** What a recruiter's button says that gives an application this status. */
export const statusActionLabels: Labels<ApplicationStatus> = {
  submitted: 'Submit',
  viewed: 'Mark as viewed',
  shortlisted: 'Shortlist',
  interview: 'Invite to interview',
  offer: 'Make an offer',
  hired: 'Mark as hired',
  rejected: 'Reject',
  withdrawn: 'Withdraw',
};

export const reasonLabels: Labels<MatchReason['code']> = {
  title: 'Title',
  skills: 'Skills',
  place: 'Place',
  remote: 'Remote',
  pay: 'Pay',
  employment_type: 'Employment type',
  seniority: 'Seniority',
};

export const categoryLabels: Labels<Category> = {
  jobs: 'Jobs',
  applications: 'Applications',
  recruiting: 'Recruiting',
  career: 'Career',
  messages: 'Messages',
  digests: 'Digests',
  announcements: 'Announcements',
  account: 'Account',
  services: 'Services',
  security: 'Security',
};

export const categoryDescriptions: Labels<Category> = {
  jobs: 'New jobs that fit your profile.',
  applications: 'Confirmations and every step of an application.',
  recruiting: 'People who apply for the jobs of your company.',
  career: 'Your profile, your skills and what you have achieved.',
  messages: 'What people write to you.',
  digests: 'Summaries instead of single messages.',
  announcements: 'News of this site and its maintenance.',
  account: 'Your welcome and first steps.',
  services: 'What connected services tell you.',
  security: 'Confirming your address, new passwords and warnings.',
};

export const frequencyLabels: Labels<Frequency> = {
  immediate: 'At once',
  hourly: 'Every hour, in a digest',
  daily: 'Every day, in a digest',
  weekly: 'Every week, in a digest',
  off: 'Only in the inbox',
};

export const weekdayLabels: Labels<Weekday> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

export const channelLabels: Labels<Channel> = { inbox: 'Inbox', email: 'E-mail' };

export const digestLabels: Labels<DigestFrequency> = { hourly: 'Hourly', daily: 'Daily', weekly: 'Weekly' };

export const kindLabels: Labels<Kind> = {
  welcome: 'Welcome',
  email_verification: 'E-mail verification',
  password_reset: 'Password reset',
  job_alert: 'Job alert',
  application_received: 'Application received',
  application_confirmation: 'Application confirmation',
  application_status_changed: 'Application status',
  service_message: 'Service message',
  test_message: 'Test message',
  job_posted: 'Job posted',
  job_recommendation: 'Recommendations',
  match_score_calculated: 'Match score',
  skill_match: 'Skill match',
  salary_alert: 'Salary alert',
  job_deadline_reminder: 'Deadline reminder',
  interview_invitation: 'Interview invitation',
  interview_reminder: 'Interview reminder',
  offer: 'Offer',
  rejection: 'Rejection',
  automation_needs_attention: 'Automation',
  follow_up: 'Follow-up',
  profile_reminder: 'Profile reminder',
  skill_gap: 'Skill gap',
  achievement: 'Achievement',
  career_insight: 'Career insight',
  security_alert: 'Security alert',
  feature_announcement: 'Announcement',
  maintenance: 'Maintenance',
  digest_hourly: 'Hourly digest',
  digest_daily: 'Daily digest',
  digest_weekly: 'Weekly digest',
  chat_message: 'Message',
};

export const deliveryStatusLabels: Labels<DeliveryStatus> = {
  pending: 'Pending',
  sending: 'Sending',
  sent: 'Sent',
  folded: 'In a digest',
  skipped: 'Skipped',
  failed: 'Failed',
};

export const sourceKindLabels: Labels<SourceKind> = {
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  job_posting: 'JobPosting feed or page',
  employer_dump: 'Employer file',
  open_jobs: 'Open jobs file',
};

export const sourceHealthLabels: Labels<Source['health']> = {
  new: 'Never run',
  healthy: 'Healthy',
  backing_off: 'Backing off',
  paused_by_breaker: 'Paused after failures',
  disabled: 'Paused',
};

export const skipReasonLabels: Labels<SkipReason> = {
  no_title: 'No title',
  no_id: 'No id',
  no_company: 'No company',
  bad_url: 'Bad address',
  unlisted: 'Unlisted',
  invalid: 'Not valid',
  duplicate: 'Duplicate',
};

export const localeLabels: Labels<Locale> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};
