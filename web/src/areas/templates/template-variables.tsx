import type { TemplateDetail } from '@rolecall/contract';
import { useMessages } from '../../lib/language.tsx';
import { templateMessages } from './messages.ts';

const cell = 'py-1.5 pe-4 text-start align-top';

/** What a template of this kind can name, folded away. */
export const TemplateVariables = ({
  template: { variables, filters },
}: {
  readonly template: TemplateDetail;
}) => {
  const words = useMessages(templateMessages);
  return (
    <details className="mt-6 text-sm">
      <summary className="cursor-pointer font-medium">{words.variables()}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
      <section aria-label={words.variables()} className="mt-3 overflow-x-auto" tabIndex={0}>
        <table className="w-full">
          <thead className="text-muted">
            <tr>
              <th className={cell}>{words.variable()}</th>
              <th className={cell}>{words.type()}</th>
            </tr>
          </thead>
          <tbody>
            {variables.map(({ name, type, optional }) => (
              <tr key={name}>
                <td className={cell}>
                  <code>{name}</code>
                </td>
                <td className={cell}>{optional ? words.can_be_missing({ type }) : type}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <dl className="mt-4 space-y-2">
          {filters.map(({ name, description }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd className="text-muted">{description}</dd>
            </div>
          ))}
        </dl>
      </section>
    </details>
  );
};
