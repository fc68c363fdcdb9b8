import messages from '../en/sharing.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
