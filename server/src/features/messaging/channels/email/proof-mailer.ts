import { createHash } from 'node:crypto';
import { type PlainMailOptions, sendPlainMail } from './plain-mail.ts';

/** In all languages, since nothing is known of who reads the mailbox of a company. */
const text = (code: string) => `${code}

This code proves that a company on Rolecall has this domain. Whoever asked you for it enters it there within 30 minutes. If you know nothing of it, do nothing, and give the code to nobody.

Mit diesem Code weist eine Firma bei Rolecall nach, dass ihr diese Domain gehört. Er gilt 30 Minuten. Wenn du davon nichts weißt, tu nichts, und gib ihn niemandem.

Ce code prouve qu’une entreprise sur Rolecall possède ce domaine. Il est valable 30 minutes. Si vous n’êtes pas au courant, ne faites rien et ne le donnez à personne.

Este código demuestra que una empresa en Rolecall posee este dominio. Vale 30 minutos. Si no sabes nada de ello, no hagas nada y no se lo des a nadie.
`;

/** Mails the code by which a company proves its domain. */
export function createProofMailer(options: PlainMailOptions) {
  return ({ address, code }: { readonly address: string; readonly code: string }) =>
    sendPlainMail(options, {
      to: { name: address, address },
      subject: `${code} · Rolecall`,
      text: text(code),
      messageId: `<proof-${createHash('sha256').update(`${address} ${code}`).digest('hex').slice(0, 32)}@rolecall>`,
      isUrgent: true,
    });
}
