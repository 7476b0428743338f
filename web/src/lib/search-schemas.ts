import { z } from 'zod';

/** Parts of an address; what does not fit is left out, so that a mistyped link still leads to the page. */
export const optionalText = z.string().optional().catch(undefined);
export const optionalId = z.uuid().optional().catch(undefined);
