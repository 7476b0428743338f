import {
  type Achievement,
  type ApplicationStatus,
  kinds,
  type MatchReason,
  type PayPeriod,
  type ProfilePart,
  type SecurityEvent,
} from '@rolecall/contract';
import { type Language, renderer } from './text.renderer.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const count = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');
const many = (number: number, one: string, other: string) =>
  `${count.format(number)} ${plural.select(number) === 'one' ? one : other}`;

export const matchReasonNames: Readonly<Record<MatchReason['code'], string>> = {
  title: 'title',
  skills: 'skills',
  place: 'place',
  remote: 'remote work',
  pay: 'pay',
  employment_type: 'type of employment',
  seniority: 'seniority',
};

/** What the applicant reads; a reader of the other side only ever hears of a withdrawal. */
const statusSentences: Readonly<Record<ApplicationStatus, (company: string) => string>> = {
  submitted: (company) => `${company} has your application.`,
  viewed: (company) => `${company} has looked at your application.`,
  shortlisted: (company) => `${company} has put you on the shortlist.`,
  interview: (company) => `${company} would like to meet you for an interview.`,
  offer: (company) => `${company} makes you an offer.`,
  hired: (company) => `You have the job at ${company}. Congratulations!`,
  rejected: (company) => `${company} has decided not to go on with your application.`,
  withdrawn: () => 'You have withdrawn your application.',
};

const profileParts: Readonly<Record<ProfilePart, string>> = {
  headline: 'a headline',
  skills: 'your skills',
  wanted_titles: 'titles that you look for',
  places: 'places',
  pay_floor: 'the pay that you ask for',
  employment_types: 'types of employment',
  resume: 'a résumé',
};

const achievementTitles: Readonly<Record<Achievement, string>> = {
  profile_complete: 'Your profile is complete',
  first_application: 'Your first application is out',
  ten_applications: 'Ten applications',
  first_interview: 'Your first interview',
  first_offer: 'Your first offer',
};

const securityTitles: Readonly<Record<SecurityEvent, string>> = {
  password_changed: 'Your password was changed',
  new_sign_in: 'A new sign-in to your account',
  api_key_created: 'A new API key was made',
  email_changed: 'Your e-mail address was changed',
  data_exported: 'Your data were exported',
};

const payPeriods: Readonly<Record<PayPeriod, string>> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
};

const remark = (note: string) => (note.trim() === '' ? '' : ` “${note.trim()}”`);

/** A moment as the clocks of a zone show it. */
const moment = (iso: string, timeZone = 'UTC') => {
  const format = new Intl.DateTimeFormat('en', {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return format.format(new Date(iso));
};

export const english: Language = {
  texts: {
    job_posted: renderer(kinds.job_posted.payload, ({ job_title, company_name, location }) => ({
      title: `${job_title} at ${company_name}`,
      message: location === null ? 'Just posted.' : `Just posted, ${location}`,
    })),
    job_alert: renderer(kinds.job_alert.payload, ({ job_title, company_name, location, score, reasons }) => {
      const because = reasons.slice(0, 3).map(({ code }) => matchReasonNames[code]);
      const place = location === null ? '' : `, ${location}`;
      return {
        title: `${job_title} at ${company_name}`,
        message: `${score} % match${because.length === 0 ? '' : ` by ${list.format(because)}`}${place}`,
      };
    }),
    job_recommendation: renderer(kinds.job_recommendation.payload, ({ jobs }) => ({
      title: many(jobs.length, 'job that fits you', 'jobs that fit you'),
      message: list.format(jobs.slice(0, 3).map((job) => `${job.job_title} at ${job.company_name}`)),
    })),
    match_score_calculated: renderer(kinds.match_score_calculated.payload, (payload) => ({
      title: `${payload.job_title} at ${payload.company_name}`,
      message:
        payload.previous_score === null
          ? `It is a ${payload.match_score} % match.`
          : `It is a ${payload.match_score} % match now; it was ${payload.previous_score} %.`,
    })),
    skill_match: renderer(kinds.skill_match.payload, ({ job_title, company_name, skills }) => ({
      title: `${job_title} at ${company_name}`,
      message: `It asks for what you know: ${list.format(skills.slice(0, 5))}`,
    })),
    salary_alert: renderer(kinds.salary_alert.payload, ({ job_title, company_name, pay }) => {
      const amount = pay.maximum ?? pay.minimum ?? 0;
      const money = new Intl.NumberFormat('en', {
        style: 'currency',
        currency: pay.currency,
        maximumFractionDigits: 0,
      });
      return {
        title: `${job_title} at ${company_name}`,
        message: `It pays up to ${money.format(amount)} ${payPeriods[pay.period]}, more than you ask for.`,
      };
    }),
    job_deadline_reminder: renderer(
      kinds.job_deadline_reminder.payload,
      ({ job_title, company_name, deadline_at }) => ({
        title: `Apply soon: ${job_title} at ${company_name}`,
        message: `You have saved this job. Applications end on ${moment(deadline_at)}.`,
      }),
    ),

    application_received: renderer(kinds.application_received.payload, ({ job_title, applicant_name }) => ({
      title: `${applicant_name} has applied`,
      message: `A new application for ${job_title}.`,
    })),
    application_confirmation: renderer(
      kinds.application_confirmation.payload,
      ({ job_title, company_name }) => ({
        title: 'Your application has arrived',
        message: `${company_name} has your application for ${job_title}.`,
      }),
    ),
    application_status_changed: renderer(kinds.application_status_changed.payload, (payload) => {
      const { job_title, company_name, new_status, note } = payload;
      return payload.audience === 'recruiter'
        ? {
            title: `${payload.applicant_name} has withdrawn`,
            message: `The application for ${job_title} was withdrawn.${remark(note)}`,
          }
        : {
            title: `News about ${job_title}`,
            message: `${statusSentences[new_status](company_name)}${remark(note)}`,
          };
    }),
    interview_invitation: renderer(kinds.interview_invitation.payload, (payload) => {
      const { job_title, company_name, event = 'invited' } = payload;
      const time = moment(payload.starts_at, payload.time_zone);
      const where = payload.place === '' ? '' : `, ${payload.place}`;
      const texts = {
        invited: {
          title: `Interview for ${job_title}`,
          message: `${company_name} invites you on ${time}${where}.`,
        },
        moved: {
          title: `Your interview for ${job_title} has moved`,
          message: `${company_name} meets you on ${time}${where}.`,
        },
        cancelled: {
          title: `Your interview for ${job_title} is cancelled`,
          message: `${company_name} has cancelled the interview on ${time}.`,
        },
      };
      const { title, message } = texts[event];
      return { title, message: `${message}${remark(payload.note)}` };
    }),
    interview_reminder: renderer(kinds.interview_reminder.payload, (payload) => {
      const { hours_before, company_name, applicant_name = 'an applicant' } = payload;
      const when = hours_before === 1 ? 'In one hour' : 'Soon';
      const whose =
        payload.audience === 'recruiter'
          ? `your interview with ${applicant_name}`
          : `your interview at ${company_name}`;
      const time = moment(payload.starts_at, payload.time_zone);
      return {
        title: `${when}: ${whose}`,
        message: `${payload.job_title}, ${time}${payload.place === '' ? '' : `, ${payload.place}`}`,
      };
    }),
    offer: renderer(kinds.offer.payload, ({ job_title, company_name, note }) => ({
      title: `An offer from ${company_name}`,
      message: `${company_name} offers you the job ${job_title}.${remark(note)}`,
    })),
    rejection: renderer(kinds.rejection.payload, ({ job_title, company_name, note }) => ({
      title: `News about ${job_title}`,
      message: `${statusSentences.rejected(company_name)}${remark(note)}`,
    })),
    automation_needs_attention: renderer(kinds.automation_needs_attention.payload, (payload) => ({
      title: `Your application at ${payload.company_name} needs you`,
      message: payload.question,
    })),
    follow_up: renderer(kinds.follow_up.payload, ({ job_title, company_name, days }) => ({
      title: `No answer from ${company_name} yet`,
      message: `You applied for ${job_title} ${many(days, 'day', 'days')} ago. A friendly question may help.`,
    })),

    profile_reminder: renderer(kinds.profile_reminder.payload, ({ missing }) => ({
      title: 'Better matches with a fuller profile',
      message: `Your profile still lacks ${list.format(missing.map((part) => profileParts[part]))}.`,
    })),
    skill_gap: renderer(kinds.skill_gap.payload, ({ skill, jobs }) => ({
      title: `Do you know ${skill}?`,
      message: `${many(jobs, 'fitting job asks', 'fitting jobs ask')} for ${skill}, which is not in your profile.`,
    })),
    achievement: renderer(kinds.achievement.payload, ({ achievement }) => ({
      title: achievementTitles[achievement],
      message: 'Well done.',
    })),
    career_insight: renderer(kinds.career_insight.payload, ({ skill, change_percent, days }) => ({
      title: change_percent >= 0 ? `${skill} is in demand` : `Fewer jobs ask for ${skill}`,
      message: `${Math.abs(change_percent)} % ${change_percent >= 0 ? 'more' : 'fewer'} jobs ask for it than ${many(
        days,
        'day',
        'days',
      )} ago.`,
    })),

    welcome: renderer(kinds.welcome.payload, ({ name, role }) => ({
      title: `Welcome to Rolecall, ${name}`,
      message:
        role === 'recruiter'
          ? 'Post your first job; you hear of every application here.'
          : 'Say what you are looking for, and the right jobs come to you.',
    })),
    email_verification: renderer(kinds.email_verification.payload, ({ email }) => ({
      title: 'Confirm your e-mail address',
      message: `Please confirm that ${email} is yours.`,
    })),
    password_reset: renderer(kinds.password_reset.payload, () => ({
      title: 'Set a new password',
      message: 'Somebody, probably you, asked for a new password.',
    })),
    security_alert: renderer(kinds.security_alert.payload, ({ event, at, client }) => ({
      title: securityTitles[event],
      message: `${moment(at)}${client === '' ? '' : `, ${client}`}. If it was not you, set a new password now.`,
    })),
    feature_announcement: renderer(kinds.feature_announcement.payload, ({ title, message }) => ({
      title,
      message,
    })),
    maintenance: renderer(kinds.maintenance.payload, ({ title, message }) => ({ title, message })),
    digest_hourly: renderer(kinds.digest_hourly.payload, ({ entries, more }) => ({
      title: 'The last hour at Rolecall',
      message: many(entries.length + more, 'thing that matters to you', 'things that matter to you'),
    })),
    digest_daily: renderer(kinds.digest_daily.payload, ({ entries, more }) => ({
      title: 'Your day at Rolecall',
      message: many(entries.length + more, 'thing that matters to you', 'things that matter to you'),
    })),
    digest_weekly: renderer(kinds.digest_weekly.payload, ({ entries, more }) => ({
      title: 'Your week at Rolecall',
      message: many(entries.length + more, 'thing that matters to you', 'things that matter to you'),
    })),
    chat_message: renderer(kinds.chat_message.payload, ({ from_name, excerpt }) => ({
      title: `A message from ${from_name}`,
      message: excerpt,
    })),
    service_message: renderer(kinds.service_message.payload, ({ title, message }) => ({ title, message })),
    test_message: renderer(kinds.test_message.payload, ({ channel }) => ({
      title: 'This is a test',
      message:
        channel === 'inbox'
          ? 'You have asked for it in your settings. What is sent to your inbox arrives.'
          : 'You have asked for it in your settings. It was sent by mail too.',
    })),
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
};
