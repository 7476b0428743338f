/** How often what is collected goes out. */
export const digestFrequencies = ['hourly', 'daily', 'weekly'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];
