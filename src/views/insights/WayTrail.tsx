import { ArrowRight } from 'lucide-react'
import type { Way } from '../../analysis/ways.ts'
import type { Subject } from '../../audience/subject.ts'
import { nameOf } from '../../editing/insightSentence.ts'
import { stepWords } from '../../editing/wayWords.ts'

interface WayTrailProps {
  way: Way
  /** Whose view the way was found in. */
  subject: Subject
  /** Says of each step which tie opens it, and how strong it is. */
  withDoors?: boolean
  /** Stands before the first name. */
  start?: string
}

/** A way from one name to the next; each step can be read on from the name before it. */
export const WayTrail = ({ way, subject, withDoors = false, start }: WayTrailProps) => (
  <ol className={withDoors ? 'way-trail has-doors' : 'way-trail'}>
    {start !== undefined && <li>{start}</li>}
    {way.stakeholders.map((key, index) => {
      const step = way.steps[index - 1]
      return (
        <li key={key}>
          {(step ?? start !== undefined) && (
            <span className="way-door">
              {withDoors && step && <bdi>{stepWords(step)}</bdi>}
              <ArrowRight aria-hidden />
            </span>
          )}{' '}
          <b>
            <bdi>{nameOf(subject, key)}</bdi>
          </b>
        </li>
      )
    })}
  </ol>
)
