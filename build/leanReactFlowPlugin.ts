import type { Plugin } from 'vite'

/**
 * React Flow brings d3's gestures and animations, 20 kB gzipped. Ours are our own (src/canvas moves camera and
 * cards itself), and React Flow is told to do none; yet it would set d3's listeners up on the pane and on every
 * node, and they would be asked at each step of a pointer. So the build takes these in their stead, which only
 * remember the camera that React Flow was given. A part that is missing here breaks the build; whatever would ask
 * React Flow for a gesture of its own fails in the end-to-end tests.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  'd3-selection': `
    export const select = (node) => {
      const selection = {
        node: () => node,
        call(set) { set(selection); return selection },
        on: () => selection,
        property: (name) => node[name],
      }
      return selection
    }
    export const pointer = () => [0, 0]
  `,
  'd3-zoom': `
    const transform = (k, x, y) => ({
      k, x, y,
      translate: (dx, dy) => transform(k, x + k * dx, y + k * dy),
      scale: (by) => transform(k * by, x, y),
    })
    export const zoomIdentity = transform(1, 0, 0)
    export const zoomTransform = (node) => node.__zoom ?? zoomIdentity
    export function zoom() {
      const inert = () => {}
      for (const setting of ['extent', 'scaleExtent', 'translateExtent', 'wheelDelta', 'interpolate', 'clickDistance', 'filter', 'on']) {
        inert[setting] = () => inert
      }
      inert.constrain = () => (wanted) => wanted
      inert.transform = (selection, wanted) => { selection.node().__zoom = wanted }
      return inert
    }
  `,
  'd3-drag': `
    export function drag() {
      const inert = () => {}
      for (const setting of ['clickDistance', 'filter', 'on']) inert[setting] = () => inert
      return inert
    }
  `,
  'd3-interpolate': `
    export const interpolate = () => undefined
    export const interpolateZoom = interpolate
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
      filter: { id: /^d3-(?:selection|zoom|drag|interpolate)$/ },
      handler: (name) => (name in STAND_INS ? { id: MARK + name, moduleSideEffects: false } : null),
    },
    load: {
      filter: { id: /^\0stand-in:/ },
      handler: (id) => STAND_INS[id.slice(MARK.length)] ?? null,
    },
  }
}
