/** Space between the panel and what it belongs to, and least space to the edge of the screen, in pixels. */
const gap = 8;
/** With less room than this below, the larger side is taken. */
const comfortable = 360;

/** Puts a fixed panel under its button, or above it where there is more room, within the screen. */
export function place(panel: HTMLElement, button: HTMLElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const anchor = button.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const width = panel.offsetWidth;
  const edge = width >= clientWidth ? 0 : gap;
  const aligned = isRightToLeft ? anchor.left : anchor.right - width;
  const left = Math.max(edge, Math.min(aligned, clientWidth - width - edge));
  const below = clientHeight - anchor.bottom - gap - edge;
  const above = anchor.top - gap - edge;
  const isAbove = below < comfortable && above > below;
  Object.assign(panel.style, {
    left: `${left}px`,
    top: isAbove ? 'auto' : `${anchor.bottom + gap}px`,
    bottom: isAbove ? `${clientHeight - anchor.top + gap}px` : 'auto',
    maxHeight: `${Math.max(isAbove ? above : below, 160)}px`,
  });
}
