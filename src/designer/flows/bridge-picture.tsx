/** Two banks and the way across: the one picture of the empty list. */
export function BridgePicture() {
  return (
    <svg width="220" height="104" viewBox="0 0 220 104" fill="none" aria-hidden>
      <path
        d="M0 92c18-8 34-8 48 0M172 92c16-8 32-8 48 0"
        stroke="var(--fb-border-strong)"
        strokeWidth="2"
      />
      <path d="M34 84C64 30 156 30 186 84" stroke="var(--fb-accent)" strokeWidth="3" />
      <path d="M20 66h180" stroke="var(--fb-accent)" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M62 66V54M86 66V46M110 66V43M134 66V46M158 66V54"
        stroke="var(--fb-accent)"
        strokeWidth="2"
        opacity=".55"
      />
      <rect
        x="6"
        y="36"
        width="32"
        height="32"
        rx="9"
        fill="var(--fb-accent-soft)"
        stroke="var(--fb-accent)"
        strokeWidth="2"
      />
      <rect
        x="182"
        y="36"
        width="32"
        height="32"
        rx="9"
        fill="var(--fb-amber-soft)"
        stroke="var(--fb-amber)"
        strokeWidth="2"
      />
      <path
        d="M15 47h14M15 52h14M15 57h8"
        stroke="var(--fb-accent)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="m190 47 8 6 8-6M190 45h16v13h-16z"
        stroke="var(--fb-amber)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <circle cx="92" cy="60" r="4.5" fill="var(--fb-accent)" />
      <circle cx="124" cy="60" r="4.5" fill="var(--fb-accent)" opacity=".5" />
    </svg>
  );
}
