import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'

export default defineConfig({
  test: {
    projects: [
      {
        // Pure logic and storage, no DOM. Isolated worker threads: each file has an IndexedDB of its own.
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          pool: 'threads',
          setupFiles: ['tests/setup/indexedDb.ts'],
        },
      },
      {
        // A vm context per file instead of a worker: isolation dominates the time of DOM tests.
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          pool: 'vmThreads',
          setupFiles: ['tests/setup/indexedDb.ts', 'tests/setup/dom.ts'],
        },
      },
    ],
  },
})
