/** The sign for "confidential", beside the dashed outline: a lozenge in a lozenge. */
export const ConfidentialGlyph = ({ label }: { label?: string }) => (
  <svg
    className="confidential-glyph"
    viewBox="0 0 12 12"
    width="12"
    height="12"
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    <path d="M6 0.8 11.2 6 6 11.2 0.8 6Z" fill="none" stroke="currentColor" strokeWidth="1.2" />
    <path d="M6 3.6 8.4 6 6 8.4 3.6 6Z" fill="currentColor" />
  </svg>
)
