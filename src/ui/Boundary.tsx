import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  readonly children: ReactNode
  /** Shown in place of a part that can't be drawn. */
  readonly instead: ReactNode
  /** What the part is drawn from: with something else it is tried again. */
  readonly of?: unknown
  readonly onCrash?: () => void
}

/** Keeps a bug in one part from taking down what is around it. */
export class Boundary extends Component<BoundaryProps, { readonly isCrashed: boolean }> {
  override state = { isCrashed: false }

  static getDerivedStateFromError() {
    return { isCrashed: true }
  }

  override componentDidCatch() {
    this.props.onCrash?.()
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (!this.state.isCrashed || before.of === this.props.of) return
    // oxlint-disable-next-line react/no-did-update-set-state -- once for each thing that it is drawn from
    this.setState({ isCrashed: false })
  }

  override render() {
    return this.state.isCrashed ? this.props.instead : this.props.children
  }
}
