import { type Filter, type Token, TypeGuards, toValueSync, type Value } from 'liquidjs';
import type { VisibleContext } from './context.ts';

/** What a value is now; undefined: only Liquid knows. */
export type QuickValue = (context: VisibleContext) => unknown;

/** Names that Liquid reads as something else than a property. */
const special = new Set(['size', 'first', 'last']);
const comparisons = new Set(['==', '!=', '>', '<', '>=', '<=', 'contains', 'and', 'or']);

/**
 * Reads a value of a template by plain calls. Liquid goes through a handful of generators for each name, literal and
 * filter, since any of them could have to be waited for; in a mail nothing has to.
 *
 * @returns undefined: it has something that only Liquid knows
 */
export function quickValueOf({ initial, filters }: Value): QuickValue | undefined {
  const expression = quickExpressionOf(initial.postfix);
  const steps = filters.map(quickFilterOf);
  if (expression === undefined || steps.includes(undefined)) return undefined;
  return (context) => {
    let found = expression(context);
    for (const step of steps) {
      if (found === undefined) return undefined;
      found = step?.(found, context);
    }
    return found;
  };
}

/**
 * Tells of a value that is a name alone whether there is nothing of that name anywhere, which a condition may ask for.
 *
 * @returns undefined: it is something else than a name
 */
export function absenceOf({ initial, filters }: Value): ((context: VisibleContext) => boolean) | undefined {
  const [token] = initial.postfix;
  if (initial.postfix.length !== 1 || filters.length > 0 || token === undefined) return undefined;
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined;
  const [property] = token.props;
  const name = property === undefined ? undefined : fixedValueOf(property);
  if (token.props.length !== 1 || typeof name !== 'string' || special.has(name)) return undefined;
  return (context) => context.isAbsent(name);
}

function quickExpressionOf(postfix: readonly Token[]): QuickValue | undefined {
  const [first, second, operator] = postfix;
  const left = first === undefined ? undefined : quickOperandOf(first);
  if (postfix.length === 1) return left;
  const right = second === undefined ? undefined : quickOperandOf(second);
  if (postfix.length !== 3 || left === undefined || right === undefined) return undefined;
  if (!TypeGuards.isOperatorToken(operator) || !comparisons.has(operator.operator)) return undefined;
  const name = operator.operator;
  return (context) => {
    const [one, other] = [left(context), right(context)];
    if (one === undefined || other === undefined) return undefined;
    if (typeof one === 'string' && typeof other === 'string') {
      if (name === '==') return one === other;
      if (name === '!=') return one !== other;
    }
    if (typeof one === 'number' && typeof other === 'number' && name === '>') return one > other;
    const compare = context.opts.operators[name];
    return compare === undefined ? undefined : toValueSync(compare(one, other, context));
  };
}

/** The same for a name or a literal alone. */
export function quickOperandOf(token: Token): QuickValue | undefined {
  const fixed = fixedValueOf(token);
  if (fixed !== undefined) return () => fixed;
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined;
  const names = token.props.map((property) => fixedValueOf(property));
  const [name, ...path] = names.filter((one) => typeof one === 'string');
  if (name === undefined || path.length + 1 < names.length || special.has(name)) return undefined;
  return (context) => {
    let found = own(context.scopeOf(name), name);
    for (const property of path) found = property === 'size' ? sizeOf(found) : own(found, property);
    return typeof found === 'function' ? undefined : found;
  };
}

/** What a text, a number or a word of the language stands for. */
function fixedValueOf(token: Token): unknown {
  return 'content' in token ? token.content : undefined;
}

function own(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null || special.has(name)) return undefined;
  return Object.hasOwn(scope, name) ? Reflect.get(scope, name) : undefined;
}

const sizeOf = (found: unknown) => (Array.isArray(found) ? found.length : undefined);

function quickFilterOf(filter: Filter): ((value: unknown, context: VisibleContext) => unknown) | undefined {
  const { name, args } = filter;
  const fixed = args.map((argument) => (Array.isArray(argument) ? undefined : fixedValueOf(argument)));
  const handler: unknown = Reflect.get(filter, 'handler');
  // `default` is asked for what is not there, too.
  if (name === 'default' || typeof handler !== 'function' || fixed.includes(undefined)) return undefined;
  // What Liquid hands to a filter as `this`.
  const [token, liquid]: unknown[] = [Reflect.get(filter, 'token'), Reflect.get(filter, 'liquid')];
  return (value, context) =>
    toValueSync(Reflect.apply(handler, { context, token, liquid }, [value, ...fixed]));
}
