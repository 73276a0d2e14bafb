/** A sentence in which <k>…</k> and <n>…</n> are printed in the ink of the kinetic and the non-kinetic track. */
export function Tinted({ text }: { text: string }) {
  return text.split(/(<[kn]>.*?<\/[kn]>)/).map((piece, at) => {
    const tag = /^<([kn])>(.*)<\/[kn]>$/.exec(piece)
    return tag ? (
      <span key={at} className={tag[1] === "k" ? "k-ink" : "n-ink"}>
        {tag[2]}
      </span>
    ) : (
      piece
    )
  })
}
