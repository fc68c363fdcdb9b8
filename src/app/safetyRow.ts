import { between, nullable, object, yesNo } from '../domain/check.ts'
import { DEFAULT_SAFETY, type SafetySettings } from '../views/services.ts'

const checkSafety = object<SafetySettings>({
  publicFirst: yesNo,
  lockAfter: nullable(between(0, 1440)),
  lockWhenHidden: yesNo,
})

/** Safety settings as they were kept; the default when they are not as expected. */
export function safetyFrom(row: unknown): SafetySettings {
  const checked = checkSafety(row)
  return checked.ok ? checked.value : DEFAULT_SAFETY
}
