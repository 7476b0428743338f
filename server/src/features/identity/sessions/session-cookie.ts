/** Carries the refresh token of a browser. */
export const sessionCookie = 'rolecall_session';
/** By this a browser is known again that has signed in before. It opens nothing. */
export const deviceCookie = 'rolecall_device';
export const cookiePath = { path: '/' } as const;
