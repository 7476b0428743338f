import { parseSync, type TSType, Visitor } from 'oxc-parser';

/** Names of types that are objects with any key, beside `Record<string, …>` itself: aliases in the same file. */
const wrappers = new Set(['Readonly', 'Partial', 'Required']);

/**
 * Where a plain object is asked with a word that no type limits: it answers to `constructor` and `__proto__`, too, and
 * so has to be a `Map`. Found are an object literal whose type takes any string and that is read by a computed name,
 * and `word in object`. (Of all other objects the compiler itself refuses to look up any string.)
 */
export function findWordLookups(file: string, source: string): string[] {
  const { program } = parseSync(file, source);
  const tables = new Set<string>();
  const aliases = new Set<string>();
  const found: { readonly at: number; readonly text: string }[] = [];
  const report = (node: { readonly start: number; readonly end: number }) =>
    found.push({ at: node.start, text: source.slice(node.start, node.end) });

  new Visitor({
    TSTypeAliasDeclaration({ id, typeAnnotation }) {
      if (takesAnyWord(typeAnnotation, aliases)) aliases.add(id.name);
    },
  }).visit(program);
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || init?.type !== 'ObjectExpression') return;
      const type = id.typeAnnotation?.typeAnnotation;
      if (type !== undefined && takesAnyWord(type, aliases)) tables.add(id.name);
    },
  }).visit(program);
  new Visitor({
    MemberExpression(node) {
      if (!node.computed || node.property.type === 'Literal') return;
      if (node.object.type === 'Identifier' && tables.has(node.object.name)) report(node);
    },
    BinaryExpression(node) {
      const { left } = node;
      if (node.operator !== 'in' || left.type === 'Literal') return;
      if (left.type === 'MemberExpression' && source.slice(left.start, left.end).startsWith('Symbol.'))
        return;
      report(node);
    },
  }).visit(program);
  return found.map(({ at, text }) => `${file}:${source.slice(0, at).split('\n').length}: ${text}`);
}

function takesAnyWord(type: TSType, aliases: ReadonlySet<string>): boolean {
  if (type.type === 'TSTypeLiteral') return type.members.some(({ type }) => type === 'TSIndexSignature');
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const { name } = type.typeName;
  const [first] = type.typeArguments?.params ?? [];
  if (aliases.has(name)) return true;
  if (wrappers.has(name)) return first !== undefined && takesAnyWord(first, aliases);
  return name === 'Record' && first?.type === 'TSStringKeyword';
}
