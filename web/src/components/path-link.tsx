import { useRouter } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent } from 'react';

interface PathLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** A path of this application that the server names, so that no route types it. */
  readonly path: string;
}

export function PathLink({ path, onClick, ...props }: PathLinkProps) {
  const router = useRouter();
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    router.history.push(path);
  }
  return <a {...props} href={path} onClick={follow} />;
}
