/** The half-pie of nobody's map, closed: the same for every sealed map. */
export const SealedPicture = () => (
  <svg className="sealed-picture" viewBox="-106 -106 212 112" aria-hidden>
    <path d="M-100 0A100 100 0 0 1 100 0Z" className="sealed-ground" />
    <path d="M-12 -44v-11a12 12 0 0 1 24 0v11" className="sealed-shackle" />
    <rect x="-20" y="-45" width="40" height="31" rx="5" className="sealed-lock" />
  </svg>
)
