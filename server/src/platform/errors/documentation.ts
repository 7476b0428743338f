import { type ErrorDescription, errorCodes } from '@rolecall/contract';

const retryHelps = {
  never: 'No',
  later: 'Yes, later',
  after_change: 'After changing the request',
} as const;

/** `docs/errors.md`, made from the table of error codes. */
export function renderErrorsPage(): string {
  const rows = Object.entries<ErrorDescription>(errorCodes)
    .sort(([, one], [, other]) => one.status - other.status)
    .map(
      ([code, { status, title, retry, description }]) =>
        `| \`${code}\` | ${status} | ${title} | ${description} | ${retryHelps[retry]} |`,
    );
  return `# Errors

<!-- Generated from the tables of errors in packages/contract/src by \`npm run docs\`; edit them there. -->

Every failed request is answered with a problem object after RFC 9457 (\`application/problem+json\`): \`type\`,
\`title\`, \`status\`, \`code\`, \`instance\` and \`request_id\`, often \`detail\`, and for a refused body \`errors\`
with the \`path\` and \`message\` of each field. Programs should decide by \`code\`, which never changes its
meaning; the words may change.

| Code | Status | Title | Meaning | Does a retry help? |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
