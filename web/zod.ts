import { config } from 'zod/v4';

// zod would compile its schemas with `new Function`, which the content security policy forbids. It decides when a schema is
// made, so the app and the contract get this module in place of `zod`, and it runs before any schema is made.
config({ jitless: true });

export * from 'zod/v4';
