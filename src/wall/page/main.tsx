import './wallPage.css'
import { createRoot } from 'react-dom/client'
import { joinNamedWall } from './browserWall.ts'
import { WallPage } from './WallPage.tsx'

// Another name in the same window is another wall.
addEventListener('hashchange', () => location.reload())

const root = document.getElementById('root')
if (root) createRoot(root).render(<WallPage wall={joinNamedWall()} />)
