import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import { docOf, inSegment, stakeholder, tie } from '../../../support/records.ts'
import { readGexf } from '../../../../src/files/network/gexf.ts'
import { readGraphml } from '../../../../src/files/network/graphml.ts'
import { readJsonCanvas } from '../../../../src/files/network/jsonCanvas.ts'
import { gexfWriter } from '../../../../src/files/network/gexfWrite.ts'
import { graphmlWriter } from '../../../../src/files/network/graphmlWrite.ts'
import { jsonCanvasWriter } from '../../../../src/files/network/jsonCanvasWrite.ts'
import { readXmlTree } from '../../../../src/files/network/xmlTree.ts'
import { textOf } from './graphSupport.ts'
const time = <T,>(what: string, f: () => T): T => { const t = performance.now(); const r = f(); console.log(what, Math.round(performance.now() - t)); return r }
test('time', { timeout: 200000 }, () => {
  for (const n of [2500, 5000, 10000]) {
    const doc = docOf([
      ...Array.from({ length: n }, (_, i) => stakeholder(`s${i}`, { name: `Somebody number ${i}`, placement: inSegment((i % 5) as 0), tags: ['a', 'b'], description: 'Some words about this one, with a line\nor two.', influence: 0.5 })),
      ...Array.from({ length: 4 * n }, (_, i) => tie(`t${i}`, `s${i % n}`, `s${(i * 7 + 1 + Math.floor(i / n)) % n}`, { kind: 'funds' })),
    ])
    const view = viewFor(doc, 'team')
    const g = time(`${n} write gexf`, () => textOf(gexfWriter, view))
    console.log('size', g.length)
    time('read gexf', () => readGexf(g))
    const m = time('write graphml', () => textOf(graphmlWriter, view))
    console.log('size', m.length)
    time('read graphml', () => { const r = readGraphml(m); console.log(r.ok ? r.value.import.relationships.length : r.error) })
    const c = time('write canvas', () => textOf(jsonCanvasWriter, view))
    time('read canvas', () => readJsonCanvas(JSON.parse(c)))
    if (n === 2500) { writeFileSync('/tmp/fb/o.gexf', g); writeFileSync('/tmp/fb/o.graphml', m); writeFileSync('/tmp/fb/o.canvas', c) }
  }
  const big = '9'.repeat(3)
  for (const [what, text] of Object.entries({
    quotes: `<gexf ${'"'.repeat(9_000_001)}>`, apostrophes: `<gexf a="${"'".repeat(9_000_001)}>`,
    attrs: `<gexf ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
    spaces: `<gexf${' '.repeat(19_000_000)}`, amps: `<gexf>${'&'.repeat(19_000_000)}`, comments: `<gexf>${'<!-->'.repeat(3_000_000)}`, comm: `<gexf>${'<!--x-->'.repeat(2_000_000)}</gexf>`,
    cdata: `<gexf>${'<![CDATA[x]]>'.repeat(1_400_000)}</gexf>`, pis: `<gexf>${'<?x?>'.repeat(3_000_000)}</gexf>`, lines: `<gexf>${'<a/>\n'.repeat(900_000)}</gexf>`,
    lt: `<gexf>${'<'.repeat(19_000_000)}`, lists: `<gexf><graph><attributes class="node"><attribute id="0" title="T" type="liststring"/></attributes><nodes><node id="a"><attvalues><attvalue for="0" value="[${'], '.repeat(6_000_000)}"/></attvalues></node></nodes></graph></gexf>`,
    many: `<gexf><graph><nodes>${Array.from({ length: 9_000 }, (_, i) => `<node id="${i}"><attvalues>${Array.from({ length: 40 }, (_, k) => `<attvalue for="${k}" value="v${i}"/>`).join('')}</attvalues></node>`).join('')}</nodes></graph></gexf>`,
  })) time(what, () => { const r = readGexf(text); console.log(r.ok ? `ok ${r.value.import.stakeholders.length} ${JSON.stringify(r.value.faults.slice(0,2))}` : r.error) })
  time('tree', () => readXmlTree('<gexf>'+'<a b="c" d="e"/>'.repeat(999_000)+'</gexf>', 'gexf'))
  const canvas = (text: string) => readJsonCanvas({ nodes: [{ id: 'a', type: 'text', x: 0, y: 0, width: 1, height: 1, text }] })
  for (const [what, text] of Object.entries({ marks: '- '.repeat(9_000_000), stars: '*'.repeat(19_000_000), brackets: 'a\n- Sector: ' + '[['.repeat(9_000), open: '[a]('.repeat(4_000_000), indented: `A\n- ${' '.repeat(19_000_000)}`, esc: '\\*'.repeat(9_000_000), lines: 'a\n' + '- Tags: b\n'.repeat(1_800_000) }))
    time(what, () => { const r = canvas(text); console.log(r.ok ? `ok ${JSON.stringify(r.value.faults)}` : r.error) })
})
