import { type ApplicationStatus, kinds, type MatchReason } from '@rolecall/contract';
import { type Renderers, renderer } from './text.renderer.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

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

export const english: Renderers = {
  welcome: renderer(kinds.welcome.payload, ({ name, role }) => ({
    title: `Welcome to Rolecall, ${name}`,
    message:
      role === 'recruiter'
        ? 'Post your first job; you hear of every application here.'
        : 'Say what you are looking for, and the right jobs come to you.',
    action:
      role === 'recruiter'
        ? { label: 'Post a job', path: '/company/jobs' }
        : { label: 'Complete your profile', path: '/settings/profile' },
  })),

  email_verification: renderer(kinds.email_verification.payload, ({ email, token }) => ({
    title: 'Confirm your e-mail address',
    message: `Please confirm that ${email} is yours.`,
    action: { label: 'Confirm the address', path: `/verify-email?token=${encodeURIComponent(token)}` },
  })),

  password_reset: renderer(kinds.password_reset.payload, ({ token }) => ({
    title: 'Set a new password',
    message: 'Somebody, probably you, asked for a new password.',
    action: { label: 'Set a new password', path: `/reset-password?token=${encodeURIComponent(token)}` },
  })),

  job_alert: renderer(
    kinds.job_alert.payload,
    ({ job_id, job_title, company_name, location, score, reasons }) => {
      const because = reasons.slice(0, 3).map(({ code }) => matchReasonNames[code]);
      const place = location === null ? '' : `, ${location}`;
      return {
        title: `${job_title} at ${company_name}`,
        message: `${score} % match${because.length === 0 ? '' : ` by ${list.format(because)}`}${place}`,
        action: { label: 'See the job', path: `/jobs/${job_id}` },
      };
    },
  ),

  application_received: renderer(
    kinds.application_received.payload,
    ({ job_id, job_title, applicant_name }) => ({
      title: `${applicant_name} has applied`,
      message: `A new application for ${job_title}.`,
      action: { label: 'See the applicants', path: `/company/jobs/${job_id}/applicants` },
    }),
  ),

  application_confirmation: renderer(
    kinds.application_confirmation.payload,
    ({ application_id, job_title, company_name }) => ({
      title: 'Your application has arrived',
      message: `${company_name} has your application for ${job_title}.`,
      action: { label: 'See your application', path: `/applications/${application_id}` },
    }),
  ),

  application_status_changed: renderer(kinds.application_status_changed.payload, (payload) => {
    const { application_id, job_id, job_title, company_name, new_status, note } = payload;
    const remark = note.trim() === '' ? '' : ` “${note.trim()}”`;
    if (payload.audience === 'recruiter') {
      return {
        title: `${payload.applicant_name} has withdrawn`,
        message: `The application for ${job_title} was withdrawn.${remark}`,
        action: { label: 'See the applicants', path: `/company/jobs/${job_id}/applicants` },
      };
    }
    return {
      title: `News about ${job_title}`,
      message: `${statusSentences[new_status](company_name)}${remark}`,
      action: { label: 'See your application', path: `/applications/${application_id}` },
    };
  }),

  service_message: renderer(kinds.service_message.payload, ({ title, message, action }) => ({
    title,
    message,
    action: action ?? null,
  })),
};
