import { digest } from './digest.ts';

export const digestHourly = digest(
  6,
  'Hourly digest',
  'Sums up an hour, for whoever wants a category every hour.',
);
