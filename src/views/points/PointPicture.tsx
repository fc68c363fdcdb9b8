import { memo, useMemo } from 'react'
import { viewFor } from '../../audience/gate.ts'
import type { MapDoc } from '../../domain/records.ts'
import { segmentOf, SEGMENTS } from '../../domain/spectrum.ts'
import { MapSvg } from '../../drawing/MapSvg.tsx'
import { LIGHT } from '../../drawing/palette.ts'
import { pageOf } from '../../drawing/sheet.ts'
import { buildSpectrumScene } from '../../drawing/spectrumScene.ts'
import { formatNumber, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import { segmentName } from '../../i18n/terms.ts'
import { mapTitle } from '../mapTitle.ts'
import { Thumbnail } from '../mapList/Thumbnail.tsx'
import '../mapList/startPage.css'

/** With more cards than this nobody could read them at this size, and drawing them would take long. */
const MOST_CARDS = 250

/** The spectrum as it was, for the team; null until it is read. */
export const PointPicture = memo(function PointPicture({ doc }: { doc: MapDoc | null }) {
  return (
    <figure className="point-picture" aria-label={t('points.picture')}>
      {doc && (doc.stakeholders.size > MOST_CARDS ? <Dots doc={doc} /> : <Drawing doc={doc} />)}
    </figure>
  )
})

function Drawing({ doc }: { doc: MapDoc }) {
  const picture = useMemo(() => {
    const view = viewFor(doc, 'team')
    const frame = {
      title: mapTitle(view.info),
      subtitle: '',
      date: '',
      stamp: '',
      footer: '',
      legend: null,
      page: pageOf('16:9'),
      palette: LIGHT,
    }
    return { scene: buildSpectrumScene(view, sceneWords()), frame }
  }, [doc])
  return <MapSvg {...picture} idPrefix="point" />
}

function Dots({ doc }: { doc: MapDoc }) {
  const counts = SEGMENTS.map(() => 0)
  for (const { placement } of doc.stakeholders.values()) {
    if (!placement) continue
    const segment = segmentOf(placement.stance)
    counts[segment] = (counts[segment] ?? 0) + 1
  }
  return (
    <>
      <Thumbnail counts={counts} alliesSide={doc.info.alliesSide} />
      <figcaption>
        {SEGMENTS.map((segment) => (
          <span key={segment}>
            <bdi>{segmentName(segment, doc.info.segmentNames)}</bdi>{' '}
            {formatNumber(counts[segment] ?? 0)}
          </span>
        ))}
      </figcaption>
    </>
  )
}
