import { type Program, Visitor } from 'oxc-parser';

/** What a file has to do with tables. */
export interface TableUse {
  /** Tables whose columns it declares, in `tables.ts`. */
  readonly owned: readonly string[];
  /** Views that it declares for everybody to read. */
  readonly published: readonly string[];
  /** Words that stand where SQL or a query builder expects a table, each once; among them names of subqueries. */
  readonly named: readonly string[];
}

const builderCalls: ReadonlySet<string> = new Set([
  ...['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'from', 'using', 'table'],
  ...['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin'],
]);

/** Words of SQL behind which a table stands. */
const beforeTables: ReadonlySet<string> = new Set([
  ...['from', 'join', 'into', 'update', 'using', 'table', 'truncate'],
]);
/** Words that may stand between those and the table. */
const fillers: ReadonlySet<string> = new Set(['only', 'lateral', 'table', 'if', 'not', 'exists']);

export function tableUseOf(file: string, program: Program): TableUse {
  const owned: string[] = [];
  const published: string[] = [];
  const named = new Set<string>();
  new Visitor({
    TSInterfaceDeclaration({ id, body }) {
      const list = id.name === 'Schema' ? owned : id.name === 'PublishedViews' ? published : undefined;
      for (const member of body.body) {
        if (member.type === 'TSPropertySignature' && member.key.type === 'Identifier')
          list?.push(member.key.name);
      }
    },
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'tableData') addTablesOf(first, named);
      const method =
        callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name;
      if (typeof method !== 'string' || !builderCalls.has(method) || !buildsSql(file)) return;
      const tables = first?.type === 'ArrayExpression' ? first.elements : [first];
      for (const table of tables) {
        if (table?.type === 'Literal' && typeof table.value === 'string')
          named.add(table.value.split(/\s/)[0] ?? '');
      }
    },
    Literal({ value }) {
      if (typeof value === 'string' && buildsSql(file)) addNamesIn(value, named);
    },
    TemplateLiteral({ quasis }) {
      if (buildsSql(file)) addNamesIn(quasis.map((quasi) => quasi.value.cooked ?? '').join(' $ '), named);
    },
  }).visit(program);
  return { owned: isTables(file) ? owned : [], published, named: [...named] };
}

/** `tableData({ table: 'jobs' })` exports and erases the rows of a table. */
function addTablesOf(description: unknown, named: Set<string>): void {
  if (!isObject(description) || !Array.isArray(description['properties'])) return;
  for (const property of description['properties']) {
    if (!isObject(property) || !isObject(property['key']) || !isObject(property['value'])) continue;
    const { key, value } = property;
    if (key['name'] === 'table' && typeof value['value'] === 'string') named.add(value['value']);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function addNamesIn(text: string, named: Set<string>): void {
  const tokens = text.replaceAll(/--[^\n]*/g, '').match(/\w+|[^\w\s]/g) ?? [];
  let expectsTable = false;
  /** How many words of a list of tables may follow before its comma: `as` and an alias. */
  let wordsToComma = 0;
  for (const [place, token] of tokens.entries()) {
    const word = token.toLowerCase();
    const isIndexed = word === 'on' && tokens[place - 2]?.toLowerCase() === 'index';
    if (beforeTables.has(word) || isIndexed || (word === ',' && wordsToComma > 0)) {
      expectsTable = true;
    } else if (expectsTable && !fillers.has(word)) {
      named.add(word);
      expectsTable = false;
      wordsToComma = 3;
    } else wordsToComma -= 1;
  }
}

const isTables = (file: string) => file.endsWith('/tables.ts') || file === 'server/src/platform/db/schema.ts';
const buildsSql = (file: string) => file.endsWith('.store.ts') || file.endsWith('/migrations.ts');

interface ModuleWithTables {
  readonly file: string;
  readonly tables: TableUse;
}

/** One line for each table that another than its owner names, and for each that two own. */
export function findTableViolations(modules: readonly ModuleWithTables[]): string[] {
  const owners = new Map<string, string>();
  const views = new Set(modules.flatMap(({ tables }) => tables.published));
  const violations: string[] = [];
  for (const { file, tables } of modules) {
    for (const table of tables.owned) {
      const other = owners.get(table);
      if (other === undefined) owners.set(table, ownerOf(file));
      else violations.push(`${file} declares ${table}, which ${other} owns`);
    }
  }
  for (const { file, tables } of modules) {
    for (const table of tables.named) {
      const owner = owners.get(table);
      if (owner === undefined || owner === ownerOf(file) || views.has(table)) continue;
      violations.push(`${file} names ${table}, which ${owner} owns`);
    }
  }
  return violations;
}

/** `catalog/jobs` for a feature, `platform/db` for a part of the platform. */
function ownerOf(file: string): string {
  const [, layer = '', first = '', second = ''] =
    /^server\/src\/(features|platform)\/([^/]+)\/(?:([^/]+)\/)?/.exec(file) ?? [];
  return layer === 'features' ? `${first}/${second}` : `${layer}/${first}`;
}
