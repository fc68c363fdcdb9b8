import { expect, it } from 'vitest'
import { wallBundleFaults } from '../../../scripts/wallBundle.mjs'

/** A build of two pages that share a file; what the wall is made of is up to the test. */
const faults = (modules: readonly string[], text = 'draw()') =>
  wallBundleFaults(
    {
      'index.html': { file: 'app.js', imports: ['_shared.js'] },
      'wall.html': { file: 'wall.js', imports: ['_shared.js'], dynamicImports: ['late.ts'] },
      '_shared.js': { file: 'shared.js' },
      'late.ts': { file: 'late.js' },
    },
    {
      'app.js': ['src/app/main.tsx', 'src/storage/database.ts'],
      'wall.js': ['src/wall/page/main.tsx', 'src/audience/view.ts', 'src/domain/check.ts'],
      'shared.js': ['node_modules/react/index.js', 'src/i18n/i18n.ts'],
      'late.js': [...modules],
    },
    (file) => (file === 'late.js' ? text : 'draw()'),
  )

it('is content with a wall that only draws, whatever the app beside it contains', () => {
  expect(faults(['src/drawing/scene.ts', 'src/wall/decode.ts'])).toEqual([])
})

it.each([
  'src/storage/vault.ts',
  'src/store/mapStore.ts',
  'src/app/services.ts',
  'src/canvas/MapCanvas.tsx',
  'src/sealing/kdf.ts',
  'src/audience/gate.ts',
  'src/domain/doc.ts',
  'src/domain/commands/map.ts',
  'node_modules/dexie/dist/modern/dexie.mjs',
  'node_modules/@xyflow/react/dist/esm/index.js',
  'node_modules/zustand/esm/vanilla.mjs',
  '../elsewhere/node_modules/hash-wasm/dist/index.js',
])('finds %s, also in a part that is loaded later', (module) => {
  expect(faults([module])).toEqual([`the wall contains ${module}`])
})

it('finds storage that is used without a module of ours', () => {
  expect(faults([], 'x=self.indexedDB;localStorage.a=1')).toEqual([
    'the wall’s late.js names indexedDB',
    'the wall’s late.js names localStorage',
  ])
})

it('fails when it can’t know what the wall contains', () => {
  expect(wallBundleFaults({ 'wall.html': { file: 'wall.js' } }, {}, () => '')).not.toEqual([])
  expect(() => wallBundleFaults({}, {}, () => '')).toThrow('wall.html')
})
