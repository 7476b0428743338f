/** `unconfirmed`: nobody has shown to read the address yet. */
export const personStates = ['enabled', 'disabled', 'unconfirmed'] as const;
export type PersonState = (typeof personStates)[number];
