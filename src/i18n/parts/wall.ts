import messages from '../en/wall.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
