export {
  atTime,
  dayOf,
  daysSince,
  type LocalDay,
  localDay,
  nextFullHour,
  nextTime,
  toDate,
  toZoned,
} from './local-time.ts';
export { endOfHours, type WeeklyHours } from './weekly-hours.ts';
