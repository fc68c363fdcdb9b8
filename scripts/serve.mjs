import './nodeVersion.mjs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { headersFor } from './headers.mjs'
import { root } from './tools.mjs'

/** What is served: the build, or another folder so that two builds can be tested side by side. */
export const DIST = process.env.ALLYSCOPE_DIST ?? join(root, 'dist')
const HOST = '127.0.0.1'

/**
 * The file that an address means, relative to the served folder, or null when it means none.
 * Segments are checked one by one after decoding, so that no encoding of `..` gets out, and files
 * whose name begins with a dot stay private.
 */
export function fileOf(address) {
  let path
  try {
    path = decodeURIComponent(address.split(/[?#]/, 1)[0])
  } catch {
    return null
  }
  const segments = path.split('/').slice(1)
  if (segments.at(-1) === '') segments[segments.length - 1] = 'index.html'
  const plain = segments.every((segment) => segment !== '' && !/^\.|[\\\0:]/.test(segment))
  return plain && segments.length > 0 ? segments.join('/') : null
}

async function respond(folder, request, response) {
  const send = (status, headers, body) => {
    response.writeHead(status, { 'content-length': body.length, ...headers })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(405, { allow: 'GET, HEAD' }, '')
    return
  }
  const file = fileOf(request.url)
  const body = file === null ? null : await readFile(join(folder, file)).catch(() => null)
  if (body === null) send(404, headersFor('missing.txt'), 'Not found')
  else send(200, headersFor(file), body)
}

/**
 * Serves a folder on this machine only.
 * @param {{folder?: string, port?: number, tries?: number}} options port 0 takes any free one;
 *   `tries` ports in a row are tried
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function serve({ folder = DIST, port = 4173, tries = 1 } = {}) {
  const server = createServer((request, response) => {
    respond(folder, request, response).catch(() => response.destroy())
  })
  const listen = (candidate) =>
    new Promise((done, failed) => {
      server.once('error', failed)
      server.listen(candidate, HOST, () => {
        server.off('error', failed)
        done(server.address().port)
      })
    })
  for (let attempt = 0; ; attempt += 1) {
    try {
      const taken = await listen(port === 0 ? 0 : port + attempt)
      const close = () =>
        new Promise((done) => {
          server.close(() => done())
          server.closeAllConnections()
        })
      return { url: `http://${HOST}:${taken}/`, port: taken, close }
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt + 1 >= tries) throw error
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve({ port: Number(process.env.PORT ?? 4173) })
  console.log(url)
}
