import type { ReactNode } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import type { CrashedPart } from './failure.ts'

const PartCrash = onDemand(() => import('./PartCrash.tsx'))

interface PartBoundaryProps {
  part: CrashedPart
  children: ReactNode
  /** With something else the part is tried again. */
  of?: unknown
  /** How a dialog is closed. */
  onClose?: () => void
}

/** Keeps a bug in one part of the editor from taking down the rest; in its place stands what can be done now. */
export const PartBoundary = ({ part, children, of, onClose }: PartBoundaryProps) => (
  <Boundary
    of={of}
    renderInstead={(error, again) => (
      <Boundary instead={<p role="alert">{t('crash.title')}</p>}>
        <PartCrash failure={{ what: part, error }} again={again} onClose={onClose} />
      </Boundary>
    )}
  >
    {children}
  </Boundary>
)
