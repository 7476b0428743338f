/** Parts of the settings besides the grid, which has no name in the address. */
export const settingsParts = ['when', 'much', 'muted', 'more'] as const;
export type SettingsPart = (typeof settingsParts)[number];
