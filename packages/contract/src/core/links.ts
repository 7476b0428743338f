import { z } from 'zod';
import { isPagePath } from '../constants.ts';
import type { ActionTarget } from './actions.ts';
import { requiredLineSchema, textSchema } from './primitives.ts';

/** A page of the web app. */
export const pagePathSchema = z
  .string()
  .max(500)
  .refine(isPagePath, { error: 'must be a path of the web app such as /jobs' });

/** A page of another site. */
export const webAddressSchema = z.url({ protocol: /^https?$/ });

/** Where something leads: a label and a path of the web app. */
export const linkSchema = z.object({ label: requiredLineSchema(40), path: pagePathSchema });

/** What an announcement says; other programs announce things too. */
export const announcementFields = {
  title: requiredLineSchema(120),
  message: textSchema(1_000),
  action: linkSchema.optional(),
};

/** The button of what carries a link. */
export const openLink = (payload: {
  readonly action?: { readonly path: string } | undefined;
}): ActionTarget[] => (payload.action === undefined ? [] : [{ id: 'open_link', path: payload.action.path }]);
