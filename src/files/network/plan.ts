import type { DecodedImport, ImportedStakeholder } from '../../domain/imported.ts'
import { NOTHING_KNOWN } from '../../domain/nothingKnown.ts'
import type { RelationshipKind } from '../../domain/records.ts'

export type NetworkFormatId =
  | 'kumu csv'
  | 'kumu xlsx'
  | 'kumu json'
  | 'gephi csv'
  | 'gexf'
  | 'graphml'
  | 'oligrapher'
  | 'json canvas'
  | 'allyscope ties csv'

/** Where in a file something stands: a line of a text (`source`: which file, or sheet), or an id that the file gives. */
export type PlanPlace =
  | { readonly line: number; readonly source?: string }
  | { readonly id: string; readonly source?: string }

/** Why an element or a tie is not taken. The words for each code are the interface's. */
export type PlanFaultCode =
  /** A tie leads to an id that the file doesn't have. Names are looked for in the map: see `outside`. */
  | 'unknown stakeholder'
  /** Several stakeholders have the name that a tie refers to. */
  | 'ambiguous stakeholder'
  | 'self-tie'
  /** A second element with the same id. */
  | 'duplicate id'
  /** A second element with the same name, in a format that knows elements by name alone. */
  | 'duplicate name'
  /** A second tie that says the same of the same two. */
  | 'duplicate tie'
  /** Neither a name nor an id to stand in for it. */
  | 'empty name'
  /** A tie without one of its ends. */
  | 'missing end'
  | 'wrong value'
  | 'too long'
  | 'too many'
  | 'too many cells'
  | 'too few cells'
  | 'unbalanced quote'

/** One element or tie that is not taken. */
export interface PlanFault {
  readonly place: PlanPlace
  readonly code: PlanFaultCode
  /** The field that is wrong, as the file calls it; absent when the whole is meant. */
  readonly field?: string
  /** The offending value, shortened with `quoted`. */
  readonly value: string
}

/** What is taken otherwise than it stood, and how often. */
export type PlanChange =
  /** The file's strengths go from `lowest` to `highest`: each third of that became 1, 2, 3. */
  | {
      readonly code: 'strength in thirds'
      readonly count: number
      readonly lowest: number
      readonly highest: number
    }
  /** The file's word for a kind of tie, read as one of ours. */
  | {
      readonly code: 'tie kind'
      readonly count: number
      readonly value: string
      readonly kind: Exclude<RelationshipKind, 'own'>
    }
  | { readonly code: PlanChangeCode; readonly count: number; readonly value?: string }

export type PlanChangeCode =
  /** Ties without a direction, taken as going both ways. */
  | 'undirected as mutual'
  /** Elements without a name, called by their id. */
  | 'id as name'
  /** Values of the field `value` that are not among ours: kept as notes. */
  | 'value in notes'
  /** Elements with an earlier one's name: both are taken. */
  | 'same name'
  /** Elements inside other elements, taken as standing beside them. */
  | 'nested'
  /** Elements whose name is the beginning of a longer text. */
  | 'text as name'

/** What a field became that Allyscope has no place of its own for. */
export interface KeptField {
  readonly field: string
  readonly as: 'notes' | 'tags' | 'description'
}

/** A stakeholder that ties refer to by a name which the file itself doesn't have. */
export interface OutsideName {
  /** What `from` and `to` of such ties say; no stakeholder of the import has it as its id. */
  readonly id: string
  readonly name: string
  /** Only confidential ties name it, so that it must not come in as somebody public. */
  readonly isConfidential: boolean
}

/** What a file of another tool would bring, for people to look at before anything is imported. */
export interface NetworkPlan {
  readonly format: NetworkFormatId
  /** Stakeholders may be absent (ties only); the ends of ties are theirs or of `outside`. */
  readonly import: DecodedImport
  /** Elements and ties that are not taken, in the file's order: counted, never silent. */
  readonly faults: readonly PlanFault[]
  readonly changes: readonly PlanChange[]
  readonly kept: readonly KeptField[]
  /** Parts and fields of the file that go lost, each named as the file calls it. */
  readonly dropped: readonly string[]
  readonly outside: readonly OutsideName[]
}

/**
 * The names that only ties have as stakeholders of their own: not placed yet, nothing else said; hidden if
 * only confidential ties name them.
 */
export const withOutside = (
  file: DecodedImport,
  outside: readonly OutsideName[],
): DecodedImport => ({
  ...file,
  stakeholders: [
    ...file.stakeholders,
    ...outside.map(({ id, name, isConfidential }): ImportedStakeholder => ({
      id,
      name,
      ...NOTHING_KNOWN,
      confidentiality: isConfidential
        ? { level: 'confidential', publicStance: null }
        : { level: 'public' },
    })),
  ],
})
