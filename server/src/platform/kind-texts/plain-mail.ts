import type { Block } from './block.ts';
import { when } from './conditions.ts';
import { mail } from './mail.ts';
import { headline, paragraph } from './rows.ts';
import type { ShippedMail } from './shipped-mail.ts';

/** A mail that says what the inbox says. */
export const plainMail = (button: Block): ShippedMail =>
  mail(
    '{{ title }}',
    '{{ message }}',
    headline('{{ title }}'),
    when('message != blank', paragraph('{{ message }}')),
    button,
  );
