const WANTED = [20, 19]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])) {
  console.error(
    `Allyscope needs Node ${WANTED.join('.')} or newer, and this is ${process.versions.node}: install a newer one from your system's packages or with a version manager, then try again.`,
  )
  process.exit(1)
}
