import type { Plugin } from 'vite'

/**
 * React Flow brings d3's gestures and animations, 20 kB gzipped. Ours are elsewhere (src/canvas moves the
 * camera and the cards itself), so the build takes these in their stead: enough to hold the camera that React Flow
 * is given, without a listener of their own. A part that is missing here breaks the build; a gesture or an animation
 * asked of React Flow throws, in the end-to-end tests.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  // Only what d3-zoom's stand-in below and React Flow's own set-up ask of it; no listener is ever added.
  'd3-selection': `
    export function select(node) {
      const selection = {
        node: () => node,
        call(set) { set(selection); return selection },
        on: () => selection,
        property(name, ...value) {
          if (value.length === 0) return node[name]
          node[name] = value[0]
          return selection
        },
      }
      return selection
    }
    export function pointer() { throw new Error('nothing is drawn by React Flow') }
  `,
  'd3-interpolate': `
    export function interpolate() { throw new Error('no animations') }
    export { interpolate as interpolateZoom }
  `,
  'd3-drag': `
    export function drag() { throw new Error('nodes are not dragged by React Flow') }
  `,
  // Keeps the camera on the element, where React Flow reads it, and never changes it by itself.
  'd3-zoom': `
    class Transform {
      constructor(k, x, y) { Object.assign(this, { k, x, y }) }
      translate(x, y) { return new Transform(this.k, this.x + this.k * x, this.y + this.k * y) }
      scale(k) { return new Transform(this.k * k, this.x, this.y) }
    }
    export const zoomIdentity = new Transform(1, 0, 0)
    export const zoomTransform = (node) => node.__zoom
    export function zoom() {
      const camera = (selection) => selection.property('__zoom', zoomIdentity).on('wheel.zoom', () => {})
      const same = () => camera
      for (const name of ['extent', 'scaleExtent', 'translateExtent', 'wheelDelta', 'clickDistance', 'filter', 'on', 'interpolate'])
        camera[name] = same
      camera.constrain = () => (transform) => transform
      camera.transform = (selection, transform) => selection.property('__zoom', transform)
      return camera
    }
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
    // Components that nobody imports go, once it is said that making one does nothing else.
    transform: {
      filter: { id: /\/@xyflow\/react\/dist\/esm\/index\.js$/ },
      handler(code) {
        const said = code.replaceAll(/(?<== )(?=(?:memo|fixedForwardRef)\()/g, '/* @__PURE__ */ ')
        if (said === code) throw new Error('React Flow makes its components in another way')
        return { code: said, map: null }
      },
    },
  }
}
