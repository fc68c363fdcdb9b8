import { answer, type Build, install, isOurs, noteStart, takeOver } from './offlineCopy.ts'
import type { WorkerScope } from './scope.ts'

declare const self: WorkerScope
/** Both are put in by build/serviceWorkerPlugin.ts. */
declare const __VERSION__: string
declare const __FILES__: readonly string[]

const build: Build = { version: __VERSION__, files: __FILES__ }

self.addEventListener('install', (event) => {
  event.waitUntil(install(self, build))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // Only the first time: a tab that has loaded an older build keeps it until it reloads.
      if (await takeOver(self, build)) await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  if (!isOurs(event.request)) return
  event.respondWith(answer(self, build, event.request))
  if (event.request.mode === 'navigate')
    event.waitUntil(noteStart(self, build, event.resultingClientId))
})

self.addEventListener('message', ({ data }) => {
  // A new build waits until a page asks for it, which it does when every tab has saved.
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'activate')
    void self.skipWaiting()
})
