import { type Category, type Channel, channelWords, type Frequency, type Weekday } from '@rolecall/contract';

/** Words for the values of the contract. A missing one is a type error. */
type Labels<Value extends string> = Readonly<Record<Value, string>>;

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

/** As the interface says it, which is in English. */
export const channelLabel = (channel: Channel): string => channelWords[channel]('en').label();
