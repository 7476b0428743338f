import { z } from 'zod';
import { categories } from '../constants.ts';
import type { ActionTarget } from '../core/actions.ts';
import type { KindDefinition, Priority } from '../core/kind.ts';
import * as features from '../features.ts';
import { collect } from '../fold.ts';

/** The catalogue of everything that Rolecall can tell a person. */
export const kinds = collect(features, 'kinds');

export type Kind = keyof typeof kinds;

const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);
const place = (kind: Kind) => categories.indexOf(kinds[kind].category);
/** In the order of their categories. */
export const kindNames: readonly Kind[] = Object.keys(kinds)
  .filter(isKind)
  .sort((one, other) => place(one) - place(other));
export const kindSchema = z.enum(kindNames);

/** What a notification of kind K carries. */
export type KindPayload<K extends Kind> = z.infer<(typeof kinds)[K]['payload']>;

/** How urgent a notification is. */
export function priorityOf(kind: Kind, payload: Readonly<Record<string, unknown>>): Priority {
  const definition: KindDefinition = kinds[kind];
  return definition.isUrgent(payload) ? 'urgent' : definition.priority;
}

/** The buttons of a notification; the first one is where a click on it leads. Without any it leads nowhere. */
export function actionsOf(kind: Kind, payload: unknown): readonly ActionTarget[] {
  const definition: KindDefinition = kinds[kind];
  return definition.actions(payload);
}
