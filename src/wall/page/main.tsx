import './wallPage.css'
import { createRoot } from 'react-dom/client'
import { joinNamedWall } from './browserWall.ts'
import { WallPage } from './WallPage.tsx'

// Another name in the same window is another wall.
addEventListener('hashchange', () => location.reload())

const root = document.getElementById('root')
// An error's text may hold names, and React would write it to the browser's console.
const hush = () => undefined
const quiet = { onCaughtError: hush, onUncaughtError: hush, onRecoverableError: hush }
if (root) createRoot(root, quiet).render(<WallPage wall={joinNamedWall()} />)
