import './wallPage.css'
import { joinNamedWall } from './browserWall.ts'
import { showWall } from './showWall.tsx'

// Another name in the same window is another wall.
addEventListener('hashchange', () => location.reload())
// What the browser would write to its console may hold names.
addEventListener('error', (event) => event.preventDefault())
addEventListener('unhandledrejection', (event) => event.preventDefault())

const root = document.getElementById('root')
if (root) showWall(root, joinNamedWall())
