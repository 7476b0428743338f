/** A call that goes out: the same drawing as the favicon. */
export const Logo = () => (
  <span className="flex items-center gap-2.5">
    <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
      <rect width="32" height="32" rx="9" className="fill-[#0f5c4d]" />
      <g fill="none" stroke="#fff" strokeWidth="2.75" strokeLinecap="round">
        <path d="M14.5 22.5a7 7 0 0 0-7-7" />
        <path d="M20.5 22.5a13 13 0 0 0-13-13" opacity=".75" />
        <path d="M26 22.5c0-2.6-.5-5-1.5-7.3" opacity=".45" />
      </g>
      <circle cx="9" cy="21.5" r="2.5" fill="#ffb38f" />
    </svg>
    <span className="text-lg font-semibold tracking-tight">Rolecall</span>
  </span>
);
