import type { StatusWords } from './words.ts';

export const english: StatusWords = {
  submitted: {
    label: 'Received',
    headline: 'Your application for {{ job_title }} has arrived',
    message: '{{ company_name }} has your application.',
    text: '{{ company_name }} has your application. There is nothing for you to do now; we write as soon as something changes.',
  },
  viewed: {
    label: 'Viewed',
    headline: '{{ company_name }} has looked at your application',
    message: '{{ company_name }} has looked at your application.',
    text: 'Somebody at {{ company_name }} has opened your application for {{ job_title }}. The next step is theirs, and we tell you when it comes.',
  },
  shortlisted: {
    label: 'Shortlisted',
    headline: 'You are on the shortlist for {{ job_title }}',
    message: '{{ company_name }} has put you on the shortlist.',
    text: '{{ company_name }} has put you on the shortlist. It is a good moment to read the posting once more and to think of what you would like to ask.',
  },
  interview: {
    label: 'Interview',
    headline: '{{ company_name }} would like to meet you',
    message: '{{ company_name }} would like to meet you for an interview.',
    text: '{{ company_name }} would like to talk with you about {{ job_title }}. As soon as there is a time for the interview, you get it in a mail of its own.',
  },
  offer: {
    label: 'Offer',
    headline: '{{ company_name }} makes you an offer',
    message: '{{ company_name }} makes you an offer.',
    text: 'Good news: {{ company_name }} offers you the job {{ job_title }}. Congratulations!',
  },
  hired: {
    label: 'Hired',
    headline: 'The job is yours',
    message: 'You have the job at {{ company_name }}. Congratulations!',
    text: 'You have the job {{ job_title }} at {{ company_name }}. Congratulations, and a good start!',
  },
  rejected: {
    label: 'Not this time',
    headline: 'An answer about {{ job_title }}',
    message: '{{ company_name }} has decided not to go on with your application.',
    text: '{{ company_name }} has decided not to go on with your application for {{ job_title }}. We know that this is not what you hoped for.',
  },
  withdrawn: {
    label: 'Withdrawn',
    headline: 'You have withdrawn your application',
    message: 'You have withdrawn your application.',
    text: 'Your application for {{ job_title }} at {{ company_name }} is withdrawn, and they know it. There is nothing more to do.',
  },
  withdrawnByApplicant: {
    label: 'Withdrawn',
    headline: '{{ applicant_name }} has withdrawn',
    message: 'The application for {{ job_title }} was withdrawn.',
    text: '{{ applicant_name }} has withdrawn the application for {{ job_title }}. No answer is needed any more.',
  },
};
