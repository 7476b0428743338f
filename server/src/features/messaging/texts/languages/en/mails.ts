import type { Kind } from '@rolecall/contract';
import { createMails } from '../../mails/index.ts';
import type { MailWords } from '../../mails/words.ts';

/** A line of the text part may be as long as its sentence; mail programs wrap it. */
const words: MailWords = {
  colon: ':',
  hello: 'Hello {{ name }},',
  match: (score) => `{{ ${score} | percent }} match`,
  addressHint: 'If the button does not work, open this address:',
  facts: {
    when: 'When',
    where: 'Where',
    job: 'Job',
    company: 'Company',
    until: 'Apply by',
    by: 'By',
    from: 'From',
    to: 'Until',
  },

  jobPosted: { label: 'Just posted', skills: 'It asks for {{ skills_required | slice: 0, 8 | list }}.' },
  jobAlert: { why: 'Why it fits you', deadline: 'Applications end on {{ deadline_at | date_time }}.' },
  jobRecommendation: {
    intro: 'Of all open jobs that you have not looked at yet, these fit you best:',
  },
  skillMatch: { label: 'Your skills' },
  salaryAlert: { label: 'Pays more than you ask for' },
  deadlineReminder: {
    label: 'The deadline is near',
    text: 'You have saved this job, and its deadline is near. If you still like it, now is a good time.',
    hint: 'Not interested any more? Take it off your saved jobs, and we will not remind you again.',
  },

  applicationReceived: {
    subject: '{{ applicant_name }} has applied for {{ job_title }}',
    label: 'New application',
    hint: 'A quick answer, even a short one, means a lot to whoever waits for it.',
  },
  applicationConfirmation: {
    subject: 'Your application for {{ job_title }} has arrived',
    text: 'You hear of every step, and can follow or withdraw your application at any time.',
  },
  status: {
    submitted: {
      label: 'Received',
      headline: 'Your application for {{ job_title }} has arrived',
      text: '{{ company_name }} has your application. There is nothing for you to do now; we write as soon as something changes.',
    },
    viewed: {
      label: 'Viewed',
      headline: '{{ company_name }} has looked at your application',
      text: 'Somebody at {{ company_name }} has opened your application for {{ job_title }}. The next step is theirs, and we tell you when it comes.',
    },
    shortlisted: {
      label: 'Shortlisted',
      headline: 'You are on the shortlist for {{ job_title }}',
      text: '{{ company_name }} has put you on the shortlist. It is a good moment to read the posting once more and to think of what you would like to ask.',
    },
    interview: {
      label: 'Interview',
      headline: '{{ company_name }} would like to meet you',
      text: '{{ company_name }} would like to talk with you about {{ job_title }}. As soon as there is a time for the interview, you get it in a mail of its own.',
    },
    offer: {
      label: 'Offer',
      headline: '{{ company_name }} makes you an offer',
      text: 'Good news: {{ company_name }} offers you the job {{ job_title }}. Congratulations!',
    },
    hired: {
      label: 'Hired',
      headline: 'The job is yours',
      text: 'You have the job {{ job_title }} at {{ company_name }}. Congratulations, and a good start!',
    },
    rejected: {
      label: 'Not this time',
      headline: 'An answer about {{ job_title }}',
      text: '{{ company_name }} has decided not to go on with your application for {{ job_title }}. We know that this is not what you hoped for.',
    },
    withdrawn: {
      label: 'Withdrawn',
      headline: 'You have withdrawn your application',
      text: 'Your application for {{ job_title }} at {{ company_name }} is withdrawn, and they know it. There is nothing more to do.',
    },
  },
  withdrawn: {
    label: 'Withdrawn',
    headline: '{{ applicant_name }} has withdrawn',
    text: '{{ applicant_name }} has withdrawn the application for {{ job_title }}. No answer is needed any more.',
  },
  offerHint: 'Take the time that you need to read it. Questions are welcome before you decide.',
  rejectionHint:
    'It says little about what you can do. New jobs come in every day, and we keep looking for those that fit you.',
  interview: {
    invited: {
      label: 'Invitation to an interview',
      headline: 'Interview for {{ job_title }} at {{ company_name }}',
      text: '{{ company_name }} invites you to an interview.',
    },
    moved: {
      label: 'New time',
      headline: 'Your interview for {{ job_title }} has moved',
      text: '{{ company_name }} has moved your interview. This is when and where it takes place now:',
    },
    cancelled: {
      label: 'Cancelled',
      headline: 'Your interview for {{ job_title }} is cancelled',
      text: '{{ company_name }} has cancelled this interview. It does not take place:',
    },
    reminder: {
      label: 'Coming up',
      applicant: 'Your interview at {{ company_name }} is near. We keep our fingers crossed for you.',
      recruiter:
        "Your interview with {{ applicant_name | default: 'an applicant' }} is near. A last look at the application may help.",
    },
    calendar: (google, outlook) =>
      `Add it to ${google} or ${outlook}, or open the attached file in any other calendar.`,
    calendarText: 'The attached file opens in any calendar. To add the interview there by a link:',
  },
  automation: {
    label: 'A question for you',
    text: 'Your application for {{ job_title }} waits for an answer that only you can give:',
  },
  followUp: {
    label: 'No answer yet',
    hint: 'Two or three sentences are enough: that you are still interested, and when you may expect an answer.',
  },

  profileReminder: {
    hint: 'It takes a few minutes, and each part lets us find jobs that fit you better.',
  },
  skillGap: { hint: 'If you know it, add it to your profile; if not, it may be worth a look.' },

  welcome: {
    subject: 'Welcome to Rolecall',
    text: 'It is good to have you here. Three steps, and Rolecall works for you:',
    seeker: [
      'Complete your profile: what you can do, what you look for, and where.',
      'Choose how you want to hear of jobs: at once, or once a day.',
      'Apply with a click, and hear of every step.',
    ],
    recruiter: [
      'Describe your company in a few sentences.',
      'Post your first job; it reaches the right people within minutes.',
      'Answer applications here; applicants hear of each step.',
    ],
  },
  verification: {
    subject: 'Confirm your e-mail address',
    preheader: 'One click, and your account is ready.',
    text: 'Please confirm that {{ email }} is yours.',
    hint: 'The link is good for 24 hours. If you have not signed up at Rolecall, ignore this mail.',
  },
  passwordReset: {
    subject: 'Set a new password',
    preheader: 'The link is good for one hour.',
    text: 'Somebody, probably you, has asked for a new password for {{ email }}.',
    hint: 'The link works once and for one hour. If it was not you, do nothing: your password stays as it is.',
  },
  securityAlert: {
    label: 'About the safety of your account',
    text: 'If it was you, there is nothing to do. If not, set a new password now and end all sessions.',
  },
  announcement: { label: 'News' },
  maintenance: { label: 'Maintenance' },
  chat: { text: 'Answer in Rolecall; answers to this mail reach nobody.' },
  testMessage: { label: 'It works' },

  digest: {
    match: '{{ entry.score | percent }} match',
    more: "{{ more | plural: 'more thing waits', 'more things wait' }} in your inbox.",
    changes: {
      heading: 'Since the last one',
      closed: 'It takes no applications any more.',
      deadline: 'Applications end on {{ change.deadline_at | date_time }}.',
      score: '{{ change.score | percent }} match now, {{ change.previous_score | percent }} before.',
    },
    activity: {
      heading: 'Around you meanwhile',
      newJobs: "{{ activity.new_jobs | plural: 'new job', 'new jobs' }}",
      newMatches: "{{ activity.new_matches | plural: 'new match', 'new matches' }}",
      applications: "{{ activity.applications | plural: 'application', 'applications' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'step of an application', 'steps of applications' }}",
    },
  },
};

/** The mails in English. */
export const mails = createMails(words);

const jobs = 'You get this mail because you want to hear of jobs by e-mail.';
const application = 'You get this mail because of an application that you have made.';
const career = 'You get this mail because you want tips for your career by e-mail.';
const whyDigest = 'You get this mail because you want a summary instead of single mails.';
const announcement = 'You get this mail because you have an account at Rolecall.';

export const why: Readonly<Record<Kind, string>> = {
  job_posted: jobs,
  job_alert: 'You get this mail because the job fits your profile and you want job alerts by e-mail.',
  job_recommendation: jobs,
  match_score_calculated: jobs,
  skill_match: jobs,
  salary_alert: jobs,
  job_deadline_reminder: 'You get this mail because you have saved the job.',
  application_received: 'You get this mail because the job is one of your company.',
  application_confirmation: 'You get this mail because you have applied for a job.',
  application_status_changed: 'You get this mail because of an application that you have made or received.',
  interview_invitation: application,
  interview_reminder: application,
  offer: application,
  rejection: application,
  automation_needs_attention: application,
  follow_up: application,
  profile_reminder: career,
  skill_gap: career,
  achievement: career,
  career_insight: career,
  welcome: 'You get this mail once, because an account was made with this address.',
  email_verification: 'You get this mail because somebody gave this address for an account at Rolecall.',
  password_reset:
    'You get this mail because a new password was asked for. Mails like this can not be switched off.',
  security_alert:
    'You get this mail for the safety of your account. Mails like this can not be switched off.',
  feature_announcement: announcement,
  maintenance: announcement,
  digest_hourly: whyDigest,
  digest_daily: whyDigest,
  digest_weekly: whyDigest,
  chat_message: 'You get this mail because somebody has written to you.',
  service_message: 'You get this mail because a service that works with Rolecall has news for you.',
  test_message: 'You get this mail because you have asked for a test in your settings.',
};
