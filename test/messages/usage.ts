import { type Expression, parseSync, Visitor } from 'oxc-parser';

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** Stands for a name that only a run would tell; it is one that stands between quotes somewhere. */
const anyName = '@';

/** The names that an expression between brackets can give. */
function patternOf(property: Expression): string {
  if (property.type === 'Literal') return escaped(String(property.value));
  if (property.type === 'TemplateLiteral') {
    return property.quasis.map(({ value }) => escaped(value.raw)).join('.*');
  }
  if (property.type === 'ConditionalExpression') {
    return `(?:${patternOf(property.consequent)}|${patternOf(property.alternate)})`;
  }
  if (property.type === 'TSAsExpression' || property.type === 'ParenthesizedExpression') {
    return patternOf(property.expression);
  }
  return anyName;
}

export interface Names {
  readonly patterns: readonly RegExp[];
  /** Some are only known when it runs. */
  readonly isOpen: boolean;
}

/**
 * Every name after a dot, between brackets, or taken out of an object in a file, as what messages of any catalogue that the
 * file knows could be called. Coarse, so that it forgives rather than accuses.
 */
export function namesIn(file: string, source: string): Names {
  const { program } = parseSync(file, source);
  const found = new Set<string>();
  new Visitor({
    MemberExpression(node) {
      if (!node.computed && node.property.type === 'Identifier') found.add(escaped(node.property.name));
    },
    TemplateLiteral(node) {
      const parts = node.quasis.map(({ value }) => value.raw);
      if (parts.every((part) => /^\w*$/.test(part)) && parts.some((part) => part !== '')) {
        found.add(patternOf(node));
      }
    },
    ObjectPattern({ properties }) {
      for (const property of properties) {
        if (property.type === 'Property' && property.key.type === 'Identifier')
          found.add(escaped(property.key.name));
      }
    },
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'MemberExpression' && callee.computed) found.add(patternOf(callee.property));
      // All of them, by their names.
      if (callee.type === 'MemberExpression' && first?.type !== 'SpreadElement') {
        const { object, property } = callee;
        const isEntries = property.type === 'Identifier' && property.name === 'entries';
        if (isEntries && object.type === 'Identifier' && object.name === 'Object') found.add(anyName);
      }
    },
  }).visit(program);
  const isOpen = [...found].some((pattern) => pattern.includes(anyName));
  return { patterns: [...found].map((pattern) => new RegExp(`^${pattern}$`)), isOpen };
}
