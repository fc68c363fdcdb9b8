import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  readonly children: ReactNode
  /** Shown in place of a part that can't be drawn. */
  readonly instead?: ReactNode
  /** The same, where the error matters; `again` tries once more. */
  readonly renderInstead?: (error: unknown, again: () => void) => ReactNode
  /** What the part is drawn from: with something else it is tried again. */
  readonly of?: unknown
  readonly onCrash?: () => void
}

interface BoundaryState {
  readonly crash: { readonly error: unknown } | null
}

/** Keeps a bug in one part from taking down what is around it. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { crash: null }

  static getDerivedStateFromError(error: unknown) {
    return { crash: { error } }
  }

  override componentDidCatch() {
    this.props.onCrash?.()
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (!this.state.crash || before.of === this.props.of) return
    // oxlint-disable-next-line react/no-did-update-set-state -- once for each thing that it is drawn from
    this.setState({ crash: null })
  }

  override render() {
    const { children, instead, renderInstead } = this.props
    const { crash } = this.state
    if (!crash) return children
    return renderInstead?.(crash.error, () => this.setState({ crash: null })) ?? instead
  }
}
