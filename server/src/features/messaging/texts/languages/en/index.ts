import type { Language } from '../../language.ts';
import { inbox } from './inbox.ts';
import { mails, why } from './mails.ts';

export const english: Language = {
  inbox,
  mails,
  why,

  frame: {
    stop: 'Unsubscribe from these mails',
    preferences: 'All preferences',
    open: 'Open Rolecall',
    interview: 'Interview',
  },

  actions: {
    open_job: 'See the job',
    open_matches: 'See your matches',
    save_job: 'Save',
    hide_job: 'Not for me',
    open_application: 'See your application',
    open_applicants: 'See the applicants',
    withdraw_application: 'Withdraw',
    open_profile: 'Complete your profile',
    search_jobs: 'Search jobs',
    post_job: 'Post a job',
    verify_email: 'Confirm the address',
    reset_password: 'Set a new password',
    review_security: 'Check your account',
    open_inbox: 'Open the inbox',
    open_preferences: 'Change preferences',
    open_link: 'Open',
  },

  groups: {
    job_alert: (company) => `new jobs at ${company}`,
    job_posted: (company) => `jobs posted at ${company}`,
    application_received: (job) => `applications for ${job}`,
    chat_message: (name) => `messages from ${name}`,
  },

  lists: {
    jobs: 'Jobs that fit you',
    applications: 'Your applications',
    recruiting: 'Your applicants',
    career: 'Your career',
    messages: 'Messages',
    digests: 'Digests',
    announcements: 'Announcements',
    account: 'Your account',
    services: 'News from services',
    security: 'Security',
  },

  words: {
    match_reason: {
      title: 'title',
      skills: 'skills',
      place: 'place',
      remote: 'remote work',
      pay: 'pay',
      employment_type: 'type of employment',
      seniority: 'seniority',
    },
    match_heading: {
      title: 'Title',
      skills: 'Skills',
      place: 'Place',
      remote: 'It can be done remotely',
      pay: 'The pay reaches what you ask for',
      employment_type: 'Type of employment',
      seniority: 'Seniority',
    },
    profile_part: {
      headline: 'a headline',
      skills: 'your skills',
      wanted_titles: 'titles that you look for',
      places: 'places',
      pay_floor: 'the pay that you ask for',
      employment_types: 'types of employment',
      resume: 'a résumé',
    },
    employment_type: {
      full_time: 'full time',
      part_time: 'part time',
      contract: 'contract',
      temporary: 'temporary',
      internship: 'internship',
      volunteer: 'volunteer',
    },
    seniority: {
      intern: 'intern',
      junior: 'junior',
      mid: 'mid-level',
      senior: 'senior',
      lead: 'lead',
      director: 'director',
      executive: 'executive',
    },
  },

  pay: {
    range: '{amount} {period}',
    upTo: 'up to {amount} {period}',
    from: 'from {amount} {period}',
    periods: { hour: 'an hour', day: 'a day', week: 'a week', month: 'a month', year: 'a year' },
  },
  colon: ':',
  quotes: ['“', '”'],
};
