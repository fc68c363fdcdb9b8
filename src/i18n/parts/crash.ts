import messages from '../en/crash.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
