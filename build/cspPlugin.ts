import type { Plugin } from 'vite'
import appPolicy from './contentSecurityPolicy.json' with { type: 'json' }
import wallPolicy from './wallSecurityPolicy.json' with { type: 'json' }

/** Inline code in the page: `<script>` without `src`, `<style>`, a `style` or `on…` attribute. */
const INLINE = /<script(?![^>]*\ssrc=)|<style|<[^>]+\s(?:style|on\w+)\s*=/i

/**
 * Writes the Content-Security-Policy as the first element of each built page's head, so that it
 * also holds on a host that sends no headers. Fails the build when the page has inline code, which
 * the policy would block. Not in development: hot reloading needs inline styles and a socket.
 */
export function cspPlugin(): Plugin {
  return {
    name: 'allyscope-csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path }) {
        if (INLINE.test(html)) throw new Error(`${path} has inline code, which the policy forbids`)
        const policy = path.endsWith('/wall.html') ? wallPolicy : appPolicy
        const content = Object.entries(policy)
          .map(([directive, sources]) => `${directive} ${sources}`)
          .join('; ')
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content },
            injectTo: 'head-prepend',
          },
        ]
      },
    },
  }
}
