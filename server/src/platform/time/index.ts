export {
  atTime,
  daysSince,
  localDay,
  nextFullHour,
  nextTime,
  toDate,
  toZoned,
} from './local-time.ts';
export { endOfHours, type WeeklyHours } from './weekly-hours.ts';
