import type { LucideIcon } from 'lucide-react';
import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { describeError } from '../../lib/error-words.ts';
import { useMessages } from '../../lib/language.tsx';
import { Button } from './button.tsx';
import { uiMessages } from './messages.ts';

export const Skeleton = ({ className }: { readonly className?: string }) => (
  <div className={cn('animate-pulse rounded-md bg-sunken', className)} />
);

/** Says that what a person has just tried has failed. */
export const Fault = ({ children }: { readonly children: ReactNode }) => (
  <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger-ink">
    {children}
  </p>
);

/** Stands where a list will be. */
export const ListSkeleton = ({
  rows = 4,
  className,
}: {
  readonly rows?: number;
  readonly className?: string;
}) => {
  const words = useMessages(uiMessages);
  return (
    <div role="status" className={cn('space-y-3', className)}>
      <span className="sr-only">{words.loading()}</span>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <div key={row} className="flex gap-4 rounded-2xl border border-line bg-surface p-5">
          <Skeleton className="size-10 shrink-0 rounded-lg" />
          <div className="flex-1 space-y-2.5">
            <Skeleton className="h-4 w-3/5" />
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3.5 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
};

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
}

export const EmptyState = ({ icon: Icon, title, children, action, className }: EmptyStateProps) => (
  <div className={cn('mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center', className)}>
    <span className="mb-4 grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent-ink">
      <Icon className="size-6" aria-hidden />
    </span>
    <p className="font-semibold">{title}</p>
    {children !== undefined && <p className="mt-1.5 text-sm leading-relaxed text-muted">{children}</p>}
    {action !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
);

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly className?: string;
}

export function ErrorState({ error, onRetry, className }: ErrorStateProps) {
  const words = useMessages(uiMessages);
  const { title, detail, requestId } = describeError(error);
  return (
    <div
      role="alert"
      className={cn('mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center', className)}
    >
      <span className="mb-4 grid size-12 place-items-center rounded-2xl bg-danger-soft text-danger-ink">
        <CircleAlert className="size-6" aria-hidden />
      </span>
      <p className="font-semibold">{title}</p>
      {detail !== undefined && detail !== title && <p className="mt-1.5 text-sm text-muted">{detail}</p>}
      {requestId !== undefined && (
        <p className="mt-1.5 text-xs text-muted">
          {words.request()} <code className="select-all">{requestId}</code>
        </p>
      )}
      {onRetry !== undefined && (
        <Button className="mt-5" onClick={onRetry}>
          <RotateCw aria-hidden />
          {words.try_again()}
        </Button>
      )}
    </div>
  );
}
