import { digest } from './digest.ts';

export const digestDaily = digest(
  24,
  'Daily digest',
  'Sums up a day, for whoever wants a category once a day.',
);
