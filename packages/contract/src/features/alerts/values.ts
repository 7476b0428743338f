/** How often an alert tells what it has found. */
export const alertFrequencies = ['instant', 'hourly', 'daily', 'weekly'] as const;
export type AlertFrequency = (typeof alertFrequencies)[number];

export const mostAlerts = 50;
export const usualAlertTime = '09:00';
