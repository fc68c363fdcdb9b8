import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../src/analysis/findings.ts'
import { gapsOf } from '../../../src/analysis/gaps.ts'
import { VAGUE_WORDS_EN } from '../../../src/analysis/vagueWordsEn.ts'
import { waysTo } from '../../../src/analysis/ways.ts'
import { viewFor } from '../../../src/audience/gate.ts'
import { mapFromImport } from '../../../src/domain/commands/importing.ts'
import { decodeRecord } from '../../../src/domain/decode.ts'
import { docFromRecords, newMapInfo } from '../../../src/domain/doc.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { layoutNetwork } from '../../../src/drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../../src/drawing/network/networkScene.ts'
import { buildPowerScene } from '../../../src/drawing/power/powerScene.ts'
import { buildSpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { NETWORK_FORMATS, writeNetwork } from '../../../src/files/networkFormats.ts'
import { networkWords } from '../../../src/i18n/networkWords.ts'
import { powerWords } from '../../../src/i18n/powerWords.ts'
import { sceneWords } from '../../../src/i18n/sceneWords.ts'
import { exportFile } from '../../../src/views/export/exportModel.ts'
import { formatWords } from '../../../src/views/export/formatWords.ts'
import { oddRecords } from '../../support/badRows.ts'
import { EVERYTHING } from '../../support/publicChoices.ts'
import { publicOutputs } from '../../support/publicOutputs.ts'
import { counting, unwrap } from '../../support/records.ts'

const info = newMapInfo(asId<MapId>('m'), 'Odd', 'We')
const doc = docFromRecords([info, ...oddRecords().map((record) => unwrap(decodeRecord(record)))])
if (!doc) throw new Error('a map has its own record')

describe.each(['team', 'public'] as const)('to the %s', (audience) => {
  const view = viewFor(doc, audience, EVERYTHING)

  it('draws records that make no sense together', () => {
    const places = layoutNetwork(view, new Map())
    expect(buildSpectrumScene(view, sceneWords(), { ties: true }).cards.length).toBeGreaterThan(3)
    expect(buildNetworkScene(view, places, networkWords())).toBeTruthy()
    expect(buildPowerScene(view, powerWords(), 'stance across')).toBeTruthy()
    for (const { x, y } of places.values()) expect(Number.isFinite(x + y)).toBe(true)
  })

  it('finds ways, gaps and findings in them', () => {
    expect(findingsOf(view)).toBeInstanceOf(Array)
    expect(gapsOf(view, VAGUE_WORDS_EN)).toBeInstanceOf(Array)
    for (const { key } of view.stakeholders) expect(waysTo(view, key)).toBeTruthy()
    expect(waysTo(view, 'gone')).toBeTruthy()
  })

  it('writes them into files of every format', () => {
    const places = layoutNetwork(view, new Map())
    const words = formatWords(view.info.segmentNames)
    for (const format of NETWORK_FORMATS) {
      expect(writeNetwork(format, view, places, words).length).toBeGreaterThan(0)
    }
  })

  it('reads its own file of them again', () => {
    const file = unwrap(allyscopeJson.parse(exportFile(doc, audience, EVERYTHING)))
    const copy = mapFromImport(file.import, asId<MapId>('copy'), counting())
    expect(copy.stakeholders.size).toBe(view.stakeholders.length)
  })
})

it('makes every public output of them', () => {
  expect(Object.keys(publicOutputs(doc, EVERYTHING)).length).toBeGreaterThan(10)
})
