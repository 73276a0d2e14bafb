// Lets plain Node import our server modules: they start with `import "server-only"`, which throws unless the importer
// says it is a server. Only that one package is answered so, because the same flag for the whole process
// (--conditions=react-server) would also hand Next a React without its client half.

export function resolve(specifier, context, nextResolve) {
  if (specifier !== "server-only") return nextResolve(specifier, context)
  return nextResolve(specifier, { ...context, conditions: [...context.conditions, "react-server"] })
}
