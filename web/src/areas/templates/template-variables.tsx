import type { TemplateDetail } from '@rolecall/contract';

const cell = 'py-1.5 pr-4 text-left align-top';

/** What a template of this kind can name, folded away. */
export const TemplateVariables = ({
  template: { variables, filters },
}: {
  readonly template: TemplateDetail;
}) => (
  <details className="mt-6 text-sm">
    <summary className="cursor-pointer font-medium">Variables and filters</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
    <section aria-label="Variables and filters" className="mt-3 overflow-x-auto" tabIndex={0}>
      <table className="w-full">
        <thead className="text-muted">
          <tr>
            <th className={cell}>Variable</th>
            <th className={cell}>Type</th>
          </tr>
        </thead>
        <tbody>
          {variables.map(({ name, type, optional }) => (
            <tr key={name}>
              <td className={cell}>
                <code>{name}</code>
              </td>
              <td className={cell}>{optional ? `${type}, can be missing` : type}</td>
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
