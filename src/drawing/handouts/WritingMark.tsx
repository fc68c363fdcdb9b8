import type { Palette } from '../palette.ts'
import { TextLines } from '../marks/TextLines.tsx'
import type { Rule, WritingField } from './writing.ts'

interface WritingMarkProps {
  readonly fields: readonly WritingField[]
  readonly palette: Palette
}

/** Headings with lines to write on. */
export function WritingMark({ fields, palette }: WritingMarkProps) {
  return fields.map(({ label, rules }) => (
    <g key={`${rules[0]?.x} ${rules[0]?.y}`}>
      <TextLines lines={label} palette={palette} />
      {rules.map((rule) => (
        <RuleMark key={rule.y} rule={rule} palette={palette} />
      ))}
    </g>
  ))
}

/** A line to write on: quiet, yet a photocopier sees it. */
export function RuleMark({
  rule: { x, y, width },
  palette,
}: {
  readonly rule: Rule
  readonly palette: Palette
}) {
  return <path d={`M${x} ${y}h${width}`} fill="none" stroke={palette.quietTie} strokeWidth={1} />
}
