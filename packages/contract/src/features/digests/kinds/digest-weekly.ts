import { digest } from './digest.ts';

export const digestWeekly = digest(
  72,
  'Weekly digest',
  'Sums up a week, for whoever wants a category once a week.',
);
