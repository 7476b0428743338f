import { parseSync, Visitor } from 'oxc-parser';

/** Attributes that people read or hear. */
const saidAttributes: ReadonlySet<string> = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
  ...['children', 'confirm', 'description', 'empty', 'hint', 'label', 'placeholder', 'text', 'title', 'unit'],
]);
/** Calls whose texts are for the machine. */
const unsaidCalls: ReadonlySet<string> = new Set(['cn', 'cva', 'getRouteApi', 'createRoute', 'useWatch']);
/** What looks like a word and is a name: keys of the keyboard, parts of the platform, services. */
const names =
  /^(?:Enter|Escape|Tab|Home|End|Delete|Backspace|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right)|Rolecall|Bearer|Infinity|SharedWorker|Notification|Macintosh|TXT|Amazon SES|Google|Outlook|Postmark|Resend|\p{Lu}\p{L}*Error)$/u;
const isSentence = /^\p{Lu}\p{Ll}+(?:[\s’'-]|$|[.,:?!…])|^\p{Lu}\p{Ll}+ ?$|^(?:At|A|I|No) \p{Ll}/u;
const hasWord = /(?:^|\s)\p{L}{2,}(?=$|[\s,;?!…)]|[.:]\s)/u;

/** Letters that are no name, no path and no address. */
const isSaid = (text: string) =>
  /\p{L}/u.test(text) &&
  !/^(?:\/|https:\/\/\S+$)/.test(text) &&
  !names.test(text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));

export interface Literal {
  readonly line: number;
  readonly text: string;
}

/** The texts in a component or its helpers that people would read in one language alone. */
export function findLiterals(file: string, source: string): readonly Literal[] {
  const { program } = parseSync(file, source);
  const unsaid: { readonly start: number; readonly end: number }[] = [];
  const found: { readonly start: number; readonly text: string }[] = [];
  const leaveOut = (node: { readonly start: number; readonly end: number }) => unsaid.push(node);
  const say = (node: { readonly start: number }, text: string) => found.push({ start: node.start, text });

  new Visitor({
    ImportDeclaration: leaveOut,
    ExportNamedDeclaration: ({ source }) => source !== null && leaveOut(source),
    ImportExpression: leaveOut,
    TSLiteralType: leaveOut,
    TSTemplateLiteralType: leaveOut,
    ThrowStatement: leaveOut,
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && /Error$/.test(node.callee.name)) leaveOut(node);
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'Super' || (callee.type === 'Identifier' && unsaidCalls.has(callee.name))) {
        leaveOut(node);
      }
    },
    JSXText(node) {
      if (isSaid(node.value)) say(node, node.value.replaceAll(/\s+/g, ' ').trim());
    },
    JSXAttribute({ name, value }) {
      const key = name.type === 'JSXIdentifier' ? name.name : '';
      if (!saidAttributes.has(key)) {
        if (value?.type === 'Literal' || key === 'className' || key === 'd' || key === 'key') {
          if (value !== null) leaveOut(value);
        }
        return;
      }
      if (value?.type === 'Literal' && typeof value.value === 'string' && isSaid(value.value)) {
        say(value, value.value);
      }
    },
    Literal(node) {
      const { value } = node;
      if (typeof value === 'string' && isSentence.test(value) && isSaid(value)) say(node, value);
    },
    TemplateElement(node) {
      if (hasWord.test(node.value.raw) && isSaid(node.value.raw)) say(node, node.value.raw);
    },
  }).visit(program);

  const places = new Set<number>();
  const isUnsaid = ({ start }: { readonly start: number }) =>
    unsaid.some((range) => start >= range.start && start < range.end);
  return (
    found
      .filter((literal) => !isUnsaid(literal))
      // An attribute is met twice.
      .filter(({ start }) => !places.has(start) && places.add(start))
      .sort((one, other) => one.start - other.start)
      .map(({ start, text }) => ({ line: source.slice(0, start).split('\n').length, text }))
  );
}
