/** Carries the refresh token of a browser. */
export const sessionCookie = 'rolecall_session';
export const cookiePath = { path: '/' } as const;
