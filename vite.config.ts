import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { cspPlugin } from './build/cspPlugin.ts'
import { modulesPlugin } from './build/modulesPlugin.ts'
import { leanDexiePlugin } from './build/leanDexiePlugin.ts'
import { leanReactFlowPlugin } from './build/leanReactFlowPlugin.ts'
import { serviceWorkerPlugin } from './build/serviceWorkerPlugin.ts'

/** What the wall runs on too. */
const REACT = /\/node_modules\/(?:react|react-dom(?!.*server)|scheduler)\//
/** The other packages that start page and spectrum run on. */
const STARTS_WITH = /\/node_modules\/(?:@xyflow|zustand|use-sync-external-store|classcat|dexie)\//
/** What start page and editor share with parts on demand, and the wall never needs. */
const OPEN_MAP =
  /\/src\/(?:store|domain\/(?:diff|undo|doc|folding|hidden|commands\/placement)\.ts|audience\/(?:gate|subject|confidentialWords|publicTies|policy)\.ts|ui\/(?:Button|onDemand|announcer))|\/lucide-react\/dist\/esm\/(?:createLucideIcon|Icon|shared|context)/

export default defineConfig({
  // Relative addresses, so that the build also runs in a sub-folder of a web server.
  base: './',
  plugins: [
    react(),
    leanReactFlowPlugin(),
    leanDexiePlugin(),
    cspPlugin(),
    modulesPlugin(),
    serviceWorkerPlugin('src/serviceWorker/sw.ts'),
  ],
  worker: { format: 'es' },
  // Dexie's own edition for current browsers: the same code, 1.6 kB less gzipped.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    target: ['chrome120', 'edge120', 'firefox121', 'safari17.4'],
    // scripts/size.mjs follows the page's imports through it.
    manifest: true,
    // Every target preloads modules by itself, and the polyfill would use the forbidden fetch.
    modulePreload: {
      polyfill: false,
      // What a part on demand imports is there already, or asked for by the part itself, mostly out of the offline
      // copy: a list of it all would weigh on the page's start. Of its style sheets nobody else asks.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css')),
    },
    // A file each: data addresses in style sheets would be kept twice, and hide what a page loads.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'wall.html'],
      output: {
        // Together they press better than in the crumbs that sharing between parts would make of them.
        codeSplitting: {
          groups: [
            { name: 'react', test: REACT },
            { name: 'libraries', test: STARTS_WITH },
            { name: 'open', test: OPEN_MAP, includeDependenciesRecursively: false },
          ],
        },
      },
    },
    // The licences of the packages in the bundle ask to travel with it (fonts: public/licences-fonts.txt).
    license: { fileName: 'licences.md' },
  },
})
