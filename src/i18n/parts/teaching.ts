import messages from '../en/teaching.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
