import messages from '../en/points.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
