import messages from '../en/recovery.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
