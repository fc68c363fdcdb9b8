import messages from '../en/sealing.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
