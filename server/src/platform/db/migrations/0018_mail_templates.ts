import { statements } from './statements.ts';

export const mailTemplates = statements(
  // What is sent is what was compiled when it was saved; versions that are plain HTML have none.
  'alter table message_templates add column compiled jsonb',
);
