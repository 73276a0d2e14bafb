/** What a form sends along unseen, so that it leads to the page it stands on. */
export function Carried({ pairs }: { pairs: Iterable<readonly [name: string, value: string]> }) {
  return [...pairs].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
