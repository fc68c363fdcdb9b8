import type { ViewStakeholder } from '../audience/view.ts'

/** What a drawing marks as confidential; never true of anybody in a public view. */
export const isConfidential = ({ team }: Pick<ViewStakeholder, 'team'>): boolean =>
  team?.confidentiality.level === 'confidential'
