export const scheduleHint =
  'Five cron fields: minute, hour, day, month, weekday. “17 */6 * * *” is every six hours, at 17 past. Empty: only by hand.';
