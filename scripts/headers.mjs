import { readFileSync } from 'node:fs'

const policyFrom = (file) =>
  JSON.parse(readFileSync(new URL(`../build/${file}.json`, import.meta.url), 'utf8'))

const policyText = (policy, overrides = {}) =>
  // Only a header can forbid being framed, so the policy in the page has no such directive.
  Object.entries({ ...policy, 'frame-ancestors': "'none'", ...overrides })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')

const appPolicy = policyFrom('contentSecurityPolicy')
const PAGE_POLICY = policyText(appPolicy)
const WALL_POLICY = policyText(policyFrom('wallSecurityPolicy'))
/** The service worker loads the app's files, which the page itself has no need to do. */
const WORKER_POLICY = policyText(appPolicy, { 'connect-src': "'self'" })

const POLICIES = { 'sw.js': WORKER_POLICY, 'wall.html': WALL_POLICY }

const TYPES = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
}

/** The headers of a file of the build; `path` is relative to its root, with `/`. */
export function headersFor(path) {
  const extension = path.slice(path.lastIndexOf('.') + 1)
  return {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    // Names under assets carry a hash of the contents; all others may change with the next build.
    'cache-control': path.startsWith('assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'content-security-policy': POLICIES[path] ?? PAGE_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
