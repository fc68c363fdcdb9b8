import { legendGroups, type LegendItem } from '../../drawing/legendSigns.ts'
import { Sign } from '../../drawing/marks/LegendMark.tsx'
import type { NetworkScene } from '../../drawing/network/networkScene.ts'
import { LIGHT } from '../../drawing/palette.ts'
import type { SegmentNames } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { legendWords } from '../../i18n/legendWords.ts'

interface NetworkLegendProps {
  scene: NetworkScene
  names: SegmentNames
}

/** What the signs of the network mean: the same signs as under a picture, and only those that occur. */
export function NetworkLegend({ scene, names }: NetworkLegendProps) {
  return (
    <section className="network-legend" aria-label={t('network.legend')}>
      {legendGroups(scene, legendWords(names)).map((group) => (
        <ul key={group.map(({ text }) => text).join()}>
          {group.map((item) => (
            <LegendRow key={item.text} item={item} />
          ))}
        </ul>
      ))}
    </section>
  )
}

const ROW = 18

/** Signs of a group stand under each other; the text of a group's own name stands alone. */
function LegendRow({ item }: { item: LegendItem }) {
  return (
    <li className={item.sign === 'none' ? 'legend-heading' : undefined}>
      {item.sign !== 'none' && (
        <svg
          width={item.width}
          height={ROW}
          viewBox={`0 ${-ROW / 2} ${item.width} ${ROW}`}
          aria-hidden
        >
          <Sign entry={{ ...item, x: 0 }} palette={LIGHT} />
        </svg>
      )}
      <bdi>{item.text}</bdi>
    </li>
  )
}
