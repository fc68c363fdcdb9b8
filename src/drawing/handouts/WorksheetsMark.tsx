import { ConfidentialGlyph } from '../marks/ConfidentialGlyph.tsx'
import { FootMark } from '../marks/FootMark.tsx'
import type { Palette } from '../palette.ts'
import type { PictureFrame } from '../pictureFrame.ts'
import { ARROW_SCALE, SPOT_RADIUS, type Spot } from './movePie.ts'
import { PaperPie } from './PaperPie.tsx'
import { TextLines } from '../marks/TextLines.tsx'
import type { WorksheetCard } from './worksheetCard.ts'
import type { WorksheetPage } from './worksheets.ts'
import { RuleMark, WritingMark } from './WritingMark.tsx'

interface WorksheetsMarkProps {
  readonly sheet: WorksheetPage
  readonly frame: PictureFrame
  readonly idPrefix: string
}

/** Worksheets, and where to cut them apart. */
export function WorksheetsMark({
  sheet: { cards, cut, audience, foot },
  frame: { page, palette },
  idPrefix,
}: WorksheetsMarkProps) {
  return (
    <>
      {cut && (
        <path d={cut} fill="none" stroke={palette.quietTie} strokeWidth={1} strokeDasharray="8 8" />
      )}
      {cards.map((card, i) => (
        <g key={card.pie.at.x + card.pie.at.y}>
          <Card card={card} palette={palette} idPrefix={`${idPrefix}-${i}`} />
        </g>
      ))}
      <FootMark foot={foot} audience={audience} page={page} palette={palette} />
    </>
  )
}

interface CardProps {
  readonly card: WorksheetCard
  readonly palette: Palette
  readonly idPrefix: string
}

function Card({
  card: { texts, nameRule, confidential, pie, signs, fields },
  palette,
  idPrefix,
}: CardProps) {
  return (
    <>
      {confidential && (
        <>
          <rect
            x={confidential.x}
            y={confidential.y}
            width={confidential.width}
            height={confidential.height}
            rx={9}
            fill={palette.confidential.tint}
            stroke={palette.confidential.strong}
            strokeWidth={1.6}
            strokeDasharray="6 4"
          />
          <ConfidentialGlyph
            x={confidential.rtl ? confidential.x + 18 : confidential.x + confidential.width - 18}
            y={confidential.y}
            size={8}
            palette={palette}
          />
        </>
      )}
      <TextLines lines={texts} palette={palette} />
      {nameRule && <RuleMark rule={nameRule} palette={palette} />}
      <PaperPie scene={pie.scene} at={pie.at} palette={palette} idPrefix={idPrefix}>
        <g transform={`scale(${ARROW_SCALE})`}>
          {pie.arrows.map(({ shaft, head }, i) => (
            <g key={shaft}>
              <path
                d={shaft}
                fill="none"
                stroke={palette.ink}
                strokeWidth={1.6}
                strokeDasharray={i ? '5 4' : undefined}
              />
              <path d={head} fill={palette.ink} />
            </g>
          ))}
        </g>
        {pie.spots.map(({ spot, x, y }) => (
          <g key={spot} transform={`translate(${x} ${y})`}>
            <SpotMark spot={spot} radius={SPOT_RADIUS} palette={palette} />
          </g>
        ))}
      </PaperPie>
      {signs.map(({ spot, x, y }) => (
        <g key={spot} transform={`translate(${x} ${y})`}>
          <SpotMark spot={spot} radius={11} palette={palette} />
        </g>
      ))}
      <WritingMark fields={fields} palette={palette} />
    </>
  )
}

/** Filled: now. A ring: the next step. A dashed ring: where we want them. */
function SpotMark({
  spot,
  radius,
  palette,
}: {
  readonly spot: Spot
  readonly radius: number
  readonly palette: Palette
}) {
  return (
    <circle
      r={radius}
      fill={spot === 'now' ? palette.ink : palette.paper}
      stroke={palette.ink}
      strokeWidth={radius / 5}
      strokeDasharray={spot === 'target' ? `${radius * 0.45} ${radius * 0.3}` : undefined}
    />
  )
}
