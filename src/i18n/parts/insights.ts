import messages from '../en/insights.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
