import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOf, serve } from '../../../scripts/serve.mjs'

let outside = ''
let server: Awaited<ReturnType<typeof serve>>

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Sends the path as it is written; `fetch` would tidy up `..` before sending. */
const get = (path: string, method = 'GET'): Promise<Answer> =>
  new Promise((done, failed) => {
    const call = request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body }),
      )
    })
    call.on('error', failed)
    call.end()
  })

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'allyscope-serve-'))
  const folder = join(outside, 'dist')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await mkdir(join(folder, '.vite'))
  await writeFile(join(outside, 'secret.txt'), 'secret')
  await writeFile(join(folder, '.vite/manifest.json'), '{}')
  await writeFile(join(folder, 'index.html'), '<p>page</p>')
  await writeFile(join(folder, 'sw.js'), '// worker')
  await writeFile(join(folder, 'assets/index-1a2b.js'), '// script')
  server = await serve({ folder, port: 0 })
})
afterAll(async () => {
  await server.close()
  await rm(outside, { recursive: true, force: true })
})

describe('the local server', () => {
  it('sends the page with the policy and never lets it be framed', async () => {
    const { status, headers, body } = await get('/')
    expect([status, body]).toEqual([200, '<p>page</p>'])
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-inline')
  })

  it('lets the service worker load from here, and only from here', async () => {
    const { headers } = await get('/sw.js')
    expect(headers['content-security-policy']).toContain("connect-src 'self'")
    expect(headers['cache-control']).toBe('no-cache')
  })

  it('lets hashed files be kept for ever', async () => {
    const { headers } = await get('/assets/index-1a2b.js?x=1')
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00index.html',
    '//secret.txt',
    '/.vite/manifest.json',
    '/assets',
    '/missing.js',
    '/%',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await get(path)
    expect([status, body]).toEqual([404, 'Not found'])
  })

  it('only reads', async () => {
    expect((await get('/', 'POST')).status).toBe(405)
    expect(await get('/', 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it('takes the next port when one is in use, if it may', async () => {
    await expect(serve({ port: server.port })).rejects.toThrow('EADDRINUSE')
    const next = await serve({ port: server.port, tries: 20 })
    expect(next.port).toBeGreaterThan(server.port)
    await next.close()
  })

  it('reads an address as a file of the build', () => {
    expect(fileOf('/')).toBe('index.html')
    expect(fileOf('/a%20b.txt?q#f')).toBe('a b.txt')
    expect(fileOf('/assets/')).toBe('assets/index.html')
  })
})
