import { type FieldChoices, sideOf } from '../../domain/merge/choices.ts'
import type { Difference, Side } from '../../domain/merge/rules.ts'
import { FieldChoice } from './FieldChoice.tsx'
import type { Said } from './fieldWords.ts'

interface FieldsProps<F extends string> {
  of: string
  differences: readonly Difference<F>[]
  nameOf: (field: F) => string
  mine: (field: F) => Said
  theirs: (field: F) => Said
  chosen: FieldChoices | undefined
  onChoose: (field: string, side: Side) => void
}

/** All fields of one entry that differ. */
export const Fields = <F extends string>({
  of,
  differences,
  nameOf,
  mine,
  theirs,
  chosen,
  onChoose,
}: FieldsProps<F>) =>
  differences.map((difference) => (
    <FieldChoice
      key={difference.field}
      name={nameOf(difference.field)}
      of={of}
      difference={difference}
      mine={mine(difference.field)}
      theirs={theirs(difference.field)}
      side={sideOf(chosen, difference)}
      onChoose={(side) => onChoose(difference.field, side)}
    />
  ))
