/** The half-pie in small. */
export const Logo = () => (
  <svg className="logo" viewBox="-16 -15.5 32 16" width="32" height="16" aria-hidden>
    {WEDGES.map(({ path, name }) => (
      <path key={name} d={path} className={`logo-${name}`} />
    ))}
    <circle r="4" className="logo-hub" />
  </svg>
)

const NAMES = ['active-ally', 'passive-ally', 'neutral', 'passive-opponent', 'active-opponent']
const RADIUS = 15
const WEDGES = NAMES.map((name, index) => {
  const edge = (step: number) => {
    const angle = Math.PI * (1 - step / NAMES.length)
    return `${(RADIUS * Math.cos(angle)).toFixed(2)} ${(-RADIUS * Math.sin(angle)).toFixed(2)}`
  }
  return { name, path: `M0 0L${edge(index)}A${RADIUS} ${RADIUS} 0 0 1 ${edge(index + 1)}Z` }
})
