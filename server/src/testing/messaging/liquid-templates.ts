import fc from 'fast-check';

/**
 * Random templates, and views for them, so that two ways to say a template can be compared. Most of what they do makes
 * sense, since a template that breaks at once shows little; the rest is nonsense of all kinds.
 */

const pick = fc.constantFrom<string[]>;
/** Mostly the first, rarely the second. */
const mostly = (usual: fc.Arbitrary<string>, rare: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });

/** Names that mean something to Liquid or to JavaScript, or nothing at all. */
const strangeName = pick(
  'missing',
  'size',
  'first',
  'last',
  'constructor',
  '__proto__',
  'toString',
  'forloop',
  'length',
  'toLiquid',
  'reader',
  'odd',
);
const variable = mostly(
  pick('name', 'count', 'flag', 'none', 'list', 'jobs', 'one', 'item', 'x', 'y'),
  strangeName,
);
const field = mostly(pick('title', 'score', 'tags', 'inner'), strangeName);
const step = mostly(
  field.map((name) => `.${name}`),
  pick('[0]', '[-1]', "['title']", '[name]', '[count]', '.size', '.first', '.last'),
);
const path = fc
  .tuple(variable, fc.array(step, { maxLength: 2 }))
  .map(([name, steps]) => name + steps.join(''));
const literal = pick(
  "'a'",
  '"<b>&amp;"',
  "''",
  '0',
  '1',
  '-2',
  '3.5',
  'true',
  'false',
  'nil',
  'blank',
  'empty',
);
const anything = fc.oneof(
  path,
  literal,
  pick('(1..3)', '(count..3)', "'a'.count", "'a'.size", '(1..3).first'),
);

const textValue = mostly(
  pick('name', 'one.title', 'item.title', 'x', "'a'", "'<i>'", 'jobs[0].title', 'item', 'one.inner.title'),
  anything,
);
const numberValue = mostly(
  pick('count', 'one.score', 'item.score', '1', '2', 'list.size', 'y', 'jobs.size'),
  anything,
);
const listValue = mostly(
  pick('list', 'jobs', 'one.tags', 'item.tags', 'none', 'flag', 'x', 'name'),
  anything,
);

const filtered = (value: fc.Arbitrary<string>, ...filters: readonly string[]) =>
  fc
    .tuple(value, fc.array(pick(...filters), { maxLength: 2 }))
    .map(([first, chosen]) => first + chosen.map((filter) => ` | ${filter}`).join(''));
const wildFilter = fc
  .tuple(
    pick(
      'abs',
      'concat',
      'date',
      'default',
      'map',
      'money',
      'no_filter',
      'pay',
      'slice',
      'sort',
      'terms',
      'where',
      'words',
    ),
    fc.array(anything, { maxLength: 2 }),
  )
  .map(([name, given]) => (given.length === 0 ? ` | ${name}` : ` | ${name}: ${given.join(', ')}`));

const said = fc.oneof(
  { weight: 3, arbitrary: path },
  {
    weight: 3,
    arbitrary: filtered(
      textValue,
      'upcase',
      "append: '!'",
      'append: name',
      'truncate: 3',
      "default: 'none'",
      'default: count',
      'quote',
      "replace: 'a', name",
      'size',
      'strip',
      "split: ''",
      'url_encode',
    ),
  },
  {
    weight: 3,
    arbitrary: filtered(
      numberValue,
      'plus: 1',
      'minus: count',
      'times: 2',
      "plural: 'day', 'days'",
      'percent',
      'round',
    ),
  },
  {
    weight: 3,
    arbitrary: filtered(
      listValue,
      "join: ', '",
      'first',
      'last',
      "map: 'title'",
      'list',
      'reverse',
      'uniq',
      'slice: 0, 2',
    ),
  },
  { weight: 1, arbitrary: fc.tuple(anything, wildFilter).map((parts) => parts.join('')) },
);

const compared = (value: fc.Arbitrary<string>, ...operators: string[]) =>
  fc.tuple(value, pick(...operators), value).map((parts) => parts.join(' '));
const comparison = fc.oneof(
  compared(textValue, '==', '!=', 'contains'),
  compared(numberValue, '==', '!=', '>', '<', '>=', '<='),
  fc.tuple(listValue, textValue).map(([list, text]) => `${list} contains ${text}`),
  fc.tuple(path, pick('==', '!='), pick('blank', 'empty', 'nil', 'true')).map((parts) => parts.join(' ')),
);
const condition = fc.oneof(
  { weight: 2, arbitrary: path },
  { weight: 5, arbitrary: comparison },
  { weight: 1, arbitrary: fc.tuple(path, pick('and', 'or'), path).map((parts) => parts.join(' ')) },
  {
    weight: 1,
    arbitrary: fc.tuple(comparison, pick('and', 'or'), comparison).map((parts) => parts.join(' ')),
  },
  { weight: 1, arbitrary: fc.tuple(pick('not '), comparison).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: compared(anything, '==', '>', 'contains', 'and') },
);

const text = pick('text', ' ', '\n', '<p>x</p>', ' a  b ', '\n\n', 'ß🚢', '"\'&');
const output = fc
  .tuple(pick('{{', '{{', '{{-'), said, pick('}}', '}}', '-}}'))
  .map((parts) => parts.join(' '));
const assignment = fc.tuple(variable, said).map(([name, value]) => `{% assign ${name} = ${value} %}`);
const leave = fc
  .tuple(condition, pick('break', 'continue'))
  .map(([when, how]) => `{% if ${when} %}-{% ${how} %}+{% endif %}`);
const other = pick(
  '{% break %}',
  '{% continue %}',
  '{% raw %}{{ x }}{% endraw %}',
  '{% comment %}{{ x }}{% endcomment %}',
  "{% render 'part', text: name %}",
  "{% render 'part', text: item %}",
  "{% render 'part' for list as text %}",
  '{{ forloop.index }}{{ forloop.last }}',
  '{{ item }}',
  '{%- if flag -%} x {%- endif -%}',
);
const options = mostly(
  pick('', '', '', ' limit: 2'),
  pick(' offset: 1', ' reversed', ' offset: continue', ' limit: count'),
);

const { template } = fc.letrec<{ template: string; node: string }>((tie) => {
  const some = fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((nodes) => nodes.join(''));
  return {
    template: some,
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'medium' },
      { weight: 3, arbitrary: text },
      { weight: 5, arbitrary: output },
      { weight: 1, arbitrary: assignment },
      { weight: 1, arbitrary: leave },
      { weight: 1, arbitrary: other },
      {
        weight: 3,
        arbitrary: fc
          .tuple(condition, some, condition, some, some)
          .map(([one, a, two, b, c]) => `{% if ${one} %}${a}{% elsif ${two} %}${b}{% else %}${c}{% endif %}`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(condition, some).map(([one, a]) => `{% unless ${one} %}${a}{% endunless %}`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(textValue, textValue, some, numberValue, some)
          .map(
            ([of, one, a, two, b]) =>
              `{% case ${of} %}{% when ${one} %}${a}{% when ${two} %}${b}{% endcase %}`,
          ),
      },
      {
        weight: 4,
        arbitrary: fc
          .tuple(mostly(pick('item', 'item', 'x'), variable), listValue, options, some, leave, some)
          .map(
            ([name, list, how, a, stop, b]) =>
              `{% for ${name} in ${list}${how} %}${a}${stop}{{ ${name} }}{% else %}${b}{% endfor %}`,
          ),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(pick('x', 'y'), some)
          .map(([name, a]) => `{% capture ${name} %}${a}{% endcapture %}`),
      },
    ),
  };
});

/** A template of any kind; not all of them parse. */
export const anyTemplate: fc.Arbitrary<string> = template;

const hostileText = fc.constantFrom(
  '',
  'a',
  '<i>',
  '<script>alert(1)</script>',
  '{{ name }}{% break %}',
  '"><img src=x onerror=alert(1)>',
  '\u202egnp.exe',
  '\ud800',
  'ß'.repeat(300),
  '&amp;',
  '2026-09-01T12:00:00Z',
  'size',
  '[object Object]',
);
const number = fc.constantFrom(0, -0, 1, 2, 87, -3.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY);
const scalar = fc.oneof(hostileText, number, fc.boolean(), fc.constantFrom(null, undefined));
/** Of what JSON cannot be, in case somebody hands it over, and of what is JSON and tries to be more. */
const oddValue = fc.constantFrom<unknown>(
  () => 'called',
  new Date('2026-09-01T12:00:00Z'),
  Symbol.iterator,
  10n,
  new Map([['title', 'x']]),
  new Set(['a']),
  Object.create({ title: 'inherited' }),
  Object.assign(Object.create(null), { title: 'without a prototype' }),
  { toString: () => 'said by itself', valueOf: () => 3 },
  JSON.parse('{"__proto__": {"title": "x"}, "constructor": 1, "size": 7, "first": "f", "toLiquid": 2}'),
  { toLiquid: () => ({ title: 'liquid' }) },
  { title: () => 'called' },
  JSON.parse('{"then": 1}'),
  Array.from({ length: 40 }, (_, place) => place),
);
const list = fc.array(fc.oneof(hostileText, number), { maxLength: 4 });
const entry = fc.record({
  title: hostileText,
  score: number,
  tags: list,
  inner: fc.record({ title: hostileText, score: number }),
});
const usually = <Value>(usual: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 9, arbitrary: usual },
    { weight: 1, arbitrary: scalar },
    { weight: 1, arbitrary: oddValue },
  );

/** A view with the names that templates use. */
export const anyView: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .record({
    name: usually(hostileText),
    count: usually(number),
    flag: usually(fc.boolean()),
    list: usually(list),
    jobs: usually(fc.array(usually(entry), { maxLength: 3 })),
    one: usually(entry),
    item: usually(fc.oneof(entry, hostileText)),
    x: usually(hostileText),
    y: usually(number),
    odd: oddValue,
  })
  .map((view) => ({ ...view, none: null }));
