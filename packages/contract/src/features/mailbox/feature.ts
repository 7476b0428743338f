import type { Feature } from '../../fold.ts';
import { mailbox } from './endpoints.ts';

export const mailboxFeature = { endpoints: { mailbox } } satisfies Feature;
