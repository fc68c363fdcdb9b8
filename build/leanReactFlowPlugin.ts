import type { Plugin } from 'vite'

/**
 * React Flow brings d3's animations and colours, 9 kB gzipped, for camera moves with a duration. Ours
 * have none (src/canvas moves the camera itself), so the build takes these in their stead. A part that
 * is missing here breaks the build; an animation asked of React Flow throws, in the end-to-end tests.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  'd3-transition': `
    import { selection } from 'd3-selection'
    export function interrupt() {}
    selection.prototype.interrupt = function () { return this }
  `,
  // Read by the interpolation of texts, which only animations use.
  'd3-color': `
    export function color() { return null }
    export { color as rgb, color as hsl, color as lab, color as hcl, color as cubehelix }
  `,
}

/** Marks a module as made here, so that no other plugin looks for it on disk. */
const MARK = '\0stand-in:'

/** Leaves out of the build what React Flow brings and this app never runs. */
export function leanReactFlowPlugin(): Plugin {
  return {
    name: 'allyscope-lean-react-flow',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^d3-(?:transition|color)$/ },
      handler: (name) => (name in STAND_INS ? { id: MARK + name, moduleSideEffects: true } : null),
    },
    load: {
      filter: { id: /^\0stand-in:/ },
      handler: (id) => STAND_INS[id.slice(MARK.length)] ?? null,
    },
  }
}
