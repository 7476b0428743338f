import { describeVariables } from './variables.ts';

/** `docs/configuration.md`, made from the schema. */
export function renderConfigurationPage(): string {
  const rows = describeVariables().map(({ name, description, unit, secret, defaultText }) => {
    const notes = [description, unit && `Unit: ${unit}.`, secret && 'Secret.'].filter(Boolean).join(' ');
    return `| \`${name}\` | ${notes} | ${defaultText} |`;
  });
  return `# Configuration

<!-- Generated from server/src/platform/config/variables.ts by \`npm run docs\`; edit it there. -->

Rolecall reads its configuration once, at start, from environment variables. Flags of the command line win
over them. An empty variable counts as absent. Faults are all named at once, and a name that looks like a
typing error is answered with the one that was probably meant.

A secret can also come from a file: \`ROLECALL_SECRET_FILE=/run/secrets/rolecall\` instead of
\`ROLECALL_SECRET\`. Spaces and line ends around it are cut off. Setting both is a fault.

| Variable | Meaning | Default |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** `.env.example`, made from the schema: everything is commented out, so that copying it changes nothing. */
export function renderEnvironmentExample(): string {
  const entries = describeVariables().map(
    ({ name, description, unit, secret, defaultText, defaultValue }) => {
      const lines = [description.replaceAll('`', '')];
      if (unit !== undefined) lines.push(`Unit: ${unit}.`);
      if (secret) lines.push(`Secret; may come from a file named by ${name}_FILE.`);
      if (defaultValue === undefined) lines.push(`Default: ${defaultText.replaceAll('`', '')}.`);
      const value = defaultValue ?? '';
      const quoted = /[\s<>]/.test(value) ? `"${value}"` : value;
      return `${lines.map((line) => `# ${line}`).join('\n')}\n#${name}=${quoted}\n`;
    },
  );
  return `# Generated from the configuration schema by \`npm run docs\`. Every value here is the default.\n\n${entries.join('\n')}`;
}
