import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from '../../lib/cn.ts';
import { fieldFaultWords } from '../../lib/field-faults.ts';
import { useMessages } from '../../lib/language.tsx';
import { Fault } from './feedback.tsx';
import { uiMessages } from './messages.ts';

const control =
  'w-full rounded-lg border border-line-strong bg-surface text-ink transition-colors placeholder:text-muted hover:border-ink/60 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger aria-invalid:outline-danger';

export const Input = ({ className, ...props }: ComponentProps<'input'>) => (
  <input className={cn(control, 'h-10 px-3 text-base sm:text-sm', className)} {...props} />
);

export const Textarea = ({ className, ...props }: ComponentProps<'textarea'>) => (
  <textarea
    className={cn(control, 'min-h-28 px-3 py-2 text-base leading-relaxed sm:text-sm', className)}
    {...props}
  />
);

/** The system's own list: it is at home on a phone and on a keyboard. */
export const Select = ({ className, ...props }: ComponentProps<'select'>) => (
  <select className={cn(control, 'h-10 pe-2 ps-3 text-base sm:text-sm', className)} {...props} />
);

/** A check box with what it stands for. */
export const Checkbox = ({ className, children, ...props }: Omit<ComponentProps<'input'>, 'type'>) => (
  <label className={cn('flex min-h-9 cursor-pointer items-center gap-2.5 text-sm', className)}>
    <input type="checkbox" className="size-4 shrink-0 accent-accent" {...props} />
    {children}
  </label>
);

interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly className?: string;
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

/** A label, its control, a hint and what is wrong, tied together for assistive technology. */
export function Field({ label, hint, error, optional = false, className, children }: FieldProps) {
  const words = useMessages(uiMessages);
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  return (
    <div className={cn('space-y-1.5', className)}>
      <label htmlFor={id} className="flex items-baseline justify-between gap-2 text-sm font-medium">
        <span>{label}</span>
        {optional && <span className="text-xs font-normal text-muted">{words.optional()}</span>}
      </label>
      {children({
        id,
        'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p id={errorId} className="text-sm text-danger-ink">
          {sentence(error)}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className="text-xs leading-relaxed text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The contract's messages read 'must not be empty'; beside a field they start with a capital letter. */
function sentence(message: string): string {
  const words = fieldFaultWords(message);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is wrong with a form as a whole. */
export function FormError({ message }: { readonly message: string | undefined }) {
  if (message === undefined) return null;
  return <Fault>{sentence(message)}</Fault>;
}

export const Fieldset = ({
  legend,
  hint,
  children,
  className,
}: {
  readonly legend: string;
  readonly hint?: string;
  readonly children: ReactNode;
  readonly className?: string;
}) => (
  <fieldset className={cn('space-y-2', className)}>
    <legend className="text-sm font-medium">{legend}</legend>
    {hint !== undefined && <p className="text-xs text-muted">{hint}</p>}
    {children}
  </fieldset>
);
