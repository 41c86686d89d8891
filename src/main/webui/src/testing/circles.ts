/** An import of a module of ours. Those of types are left out: they are gone once it is built. */
const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/** @returns the modules that each of the sources needs, whether at once or later, by their paths */
export function importsOf(sources: ReadonlyMap<string, string>): Map<string, string[]> {
  return new Map(
    [...sources].map(([path, text]) => [
      path,
      [...text.matchAll(IMPORT)].flatMap(([, atOnce, later]) => {
        const wanted = new URL((atOnce ?? later) as string, `file:///${path}`).pathname.slice(1);
        return ['.ts', '.tsx', '/index.ts'].map((end) => wanted + end).filter((file) => sources.has(file));
      }),
    ]),
  );
}

/** @returns ways that lead back to where they begin, none where nothing needs itself */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (module: string) => {
    if (way.includes(module)) {
      circles.push([...way.slice(way.indexOf(module)), module]);
    } else if (!done.has(module)) {
      way.push(module);
      imports.get(module)?.forEach(follow);
      way.pop();
      done.add(module);
    }
  };
  [...imports.keys()].forEach(follow);
  return circles;
}
