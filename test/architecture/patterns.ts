import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Argument, type CallExpression, type Expression, parseSync, Visitor } from 'oxc-parser';
import { z } from 'zod';
import { sourceFiles } from './modules.ts';

/** A regular expression of the source, whether written as one or made from strings. */
interface Pattern {
  /** As a literal: `/a+/gi`. */
  readonly text: string;
  readonly source: string;
  readonly flags: string;
  /** `file:line` */
  readonly place: string;
}

interface FoundPatterns {
  readonly patterns: readonly Pattern[];
  /** Places of those that are made of something that only a running program knows. */
  readonly unreadable: readonly string[];
}

const checkedSchema = z.strictObject({
  linear: z.array(z.string()),
  bounded: z.record(z.string(), z.string().min(20)),
});

/**
 * What `npm run check:patterns` has found out. `linear` takes time in proportion to the length of the text at worst; of the
 * others, which are `bounded`, it is said why their texts are short.
 */
type CheckedPatterns = z.output<typeof checkedSchema>;

export const checkedFile = path.join(import.meta.dirname, 'checked-patterns.json');

export const readChecked = (): CheckedPatterns =>
  checkedSchema.parse(JSON.parse(readFileSync(checkedFile, 'utf8')));

/** All of what ships, without what is there for tests. */
export function findAllPatterns(root: string): FoundPatterns {
  const found = sourceFiles(root)
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
    .map((file) => findPatterns(file, readFileSync(path.join(root, file), 'utf8')));
  return {
    patterns: found.flatMap(({ patterns }) => patterns),
    unreadable: found.flatMap(({ unreadable }) => unreadable),
  };
}

export function findPatterns(file: string, code: string): FoundPatterns {
  const { program } = parseSync(file, code);
  const constants = new Map<string, Expression>();
  const patterns: Pattern[] = [];
  const unreadable: string[] = [];
  const placeOf = (at: number) => `${file}:${code.slice(0, at).split('\n').length}`;
  const add = (at: number, source: string, flags: string) =>
    patterns.push({ text: `/${source}/${flags}`, source, flags, place: placeOf(at) });

  const construct = (at: number, [first, second]: readonly Argument[]) => {
    const sources = alternativesOf(first, constants);
    const flags = second === undefined ? '' : textOf(second, constants);
    if (sources === null || flags === null) unreadable.push(placeOf(at));
    else for (const source of sources) add(at, source, flags);
  };

  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init !== null) constants.set(id.name, init);
    },
  }).visit(program);
  new Visitor({
    Literal(node) {
      if ('regex' in node) add(node.start, node.regex.pattern, node.regex.flags);
    },
    NewExpression({ callee, start, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') construct(start, given);
    },
    CallExpression({ callee, start, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') construct(start, given);
    },
  }).visit(program);
  return { patterns, unreadable };
}

type Constants = ReadonlyMap<string, Expression>;

/**
 * What a pattern is joined from by `|`, each as a pattern of its own: one is tried after the other, so the whole is as linear
 * as each of them, and is checked in less time.
 */
function alternativesOf(node: Argument | undefined, constants: Constants): readonly string[] | null {
  if (node === undefined) return null;
  const joined = node.type === 'CallExpression' ? joinedBy(node, constants) : null;
  if (joined?.separator === '|') return joined.parts;
  const text = textOf(node, constants);
  return text === null ? null : [text];
}

/** `[…].join(…)` */
function joinedBy({ callee, arguments: [by] }: CallExpression, constants: Constants) {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.name !== 'join') return null;
  const list = callee.object.type === 'Identifier' ? constants.get(callee.object.name) : callee.object;
  const separator = by === undefined ? ',' : textOf(by, constants);
  if (list?.type !== 'ArrayExpression' || separator === null) return null;
  const parts = list.elements.flatMap((part) => textOf(part, constants) ?? []);
  return parts.length === list.elements.length ? { separator, parts } : null;
}

/** The text that an expression stands for, of what patterns are put together from; null for all else. */
function textOf(node: Argument | null, constants: Constants): string | null {
  if (node === null) return null;
  const of = (part: Expression) => textOf(part, constants);
  switch (node.type) {
    case 'Literal':
      if ('regex' in node) return node.regex.pattern;
      return typeof node.value === 'string' ? node.value : null;
    case 'TemplateLiteral': {
      const values = node.expressions.map(of);
      if (values.includes(null)) return null;
      return node.quasis.map(({ value }, index) => `${value.cooked ?? ''}${values[index] ?? ''}`).join('');
    }
    case 'Identifier': {
      const constant = constants.get(node.name);
      return constant === undefined ? null : of(constant);
    }
    case 'BinaryExpression': {
      if (node.operator !== '+') return null;
      const [left, right] = [of(node.left), of(node.right)];
      return left === null || right === null ? null : left + right;
    }
    case 'MemberExpression':
      // `source` of another pattern.
      return !node.computed && node.property.name === 'source' ? of(node.object) : null;
    case 'CallExpression': {
      const joined = joinedBy(node, constants);
      return joined === null ? null : joined.parts.join(joined.separator);
    }
    case 'ParenthesizedExpression':
      return of(node.expression);
    default:
      return null;
  }
}
