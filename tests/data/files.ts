import { inflateSync } from "node:zlib"
import { AFRelationship, PDFDict, PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib"
import sharp from "sharp"
import { randomBytes } from "node:crypto"
import type { KeptCopy } from "@/lib/domain/copy-type"
import { type DraftOperation, ProposalInput } from "@/lib/domain/proposal"
import type { Source } from "@/lib/domain/records"

/** A photograph that says where, when, by whom and with what it was taken. */
export function photo(secret: string, format: "jpeg" | "png" = "jpeg", background = "#1f5fa8"): Promise<Buffer> {
  const picture = sharp({ create: { width: 48, height: 32, channels: 3, background } })
    .withExif({
      IFD0: { Artist: secret, Make: secret, Copyright: secret },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "33/1 41/1 4/1", GPSLongitudeRef: "E", GPSLongitude: "73/1 2/1 52/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${secret}</rdf:RDF></x:xmpmeta>`)
    .withIccProfile("p3")
  return (format === "png" ? picture.png() : picture.jpeg()).toBuffer()
}

/** A PDF of one page whose every corner holds the secret: maker, XMP, scripts, attachments, notes, an older state. */
export async function document(secret: string, words = "Minutes of the committee"): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([300, 200])
  page.drawText(words, { x: 20, y: 100, size: 14 })
  const picture = await pdf.embedJpg(await photo(secret))
  page.drawImage(picture, { x: 20, y: 20, width: 48, height: 32 })
  for (const set of ["setTitle", "setAuthor", "setSubject", "setProducer", "setCreator"] as const) pdf[set](secret)
  pdf.addJavaScript("run", `app.alert("${secret}")`)
  await pdf.attach(Buffer.from(`secret file ${secret}`), `${secret}.txt`, {
    mimeType: "text/plain",
    description: secret,
    afRelationship: AFRelationship.Data,
  })
  const { context } = pdf
  const xmp = `<?xpacket begin=""?><x:xmpmeta>${secret}</x:xmpmeta>`
  pdf.catalog.set(PDFName.of("Metadata"), context.register(context.stream(xmp, { Type: "Metadata", Subtype: "XML" })))
  const script = { S: "JavaScript", JS: PDFString.of(`app.launchURL("${secret}")`) }
  pdf.catalog.set(PDFName.of("OpenAction"), context.obj(script))
  page.node.set(PDFName.of("AA"), context.obj({ O: script }))
  page.node.set(PDFName.of("PieceInfo"), context.obj({ Maker: { Private: PDFString.of(secret) } }))
  const note = {
    Type: "Annot",
    Subtype: "Text",
    Rect: [10, 10, 30, 30],
    T: PDFString.of(secret),
    M: PDFString.of(secret),
  }
  const link = { Type: "Annot", Subtype: "Link", Rect: [10, 40, 30, 60], A: script }
  const file = { Type: "Annot", Subtype: "FileAttachment", Rect: [50, 10, 60, 20], Contents: PDFString.of(secret) }
  page.node.set(PDFName.of("Annots"), context.obj([note, link, file].map((it) => context.register(context.obj(it)))))
  // What nothing leads to any more, as an earlier state of the file leaves it.
  context.register(context.obj({ Old: PDFString.of(secret) }))
  return pdf.save({ useObjectStreams: false })
}

/** Everything that a file says, packed or not, in any spelling a PDF or a picture knows. */
export function everythingIn(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const parts = [file.toString("latin1")]
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    const from = at + 6 + (file[at + 6] === 13 ? 2 : 1)
    try {
      parts.push(inflateSync(file.subarray(from)).toString("latin1"))
    } catch {
      // Not packed this way.
    }
  }
  const text = parts.join("\n")
  const hex = [...text.matchAll(/<((?:[0-9A-Fa-f]{2}\s*)+)>/g)].map((match) =>
    Buffer.from(match[1]!, "hex").toString("latin1"),
  )
  // Two bytes for each letter, the first of them empty.
  return [text, ...hex].join("\n").replaceAll("\0", "")
}

/** The same file with a password on it. */
export async function encrypted(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage([100, 100])
  pdf.encrypt({ userPassword: "open", ownerPassword: "own" })
  return pdf.save({ useObjectStreams: false })
}

/** What stands in the catalog of a PDF, and whether it still says who made it. */
export async function catalogOf(bytes: Uint8Array) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const names = pdf.catalog.lookupMaybe(PDFName.of("Names"), PDFDict)
  return {
    pages: pdf.getPageCount(),
    keys: pdf.catalog.keys().map((name) => name.decodeText()),
    names: names?.keys().map((name) => name.decodeText()) ?? [],
    info: pdf.context.trailerInfo.Info,
  }
}

export type AddedSource = { act: "add"; kind: "source"; record: Source }

/** A source that the library lacks. */
export function newSource(overrides: Partial<Source> = {}): AddedSource {
  const id = `source-${randomBytes(6).toString("hex")}`
  const record: Source = {
    id,
    kind: "press",
    language: "en",
    publisher: "Dawn",
    title: `Committee meets (${id})`,
    titleIsDescription: false,
    url: `https://example.org/${id}`,
    publishedOn: "2020-01-02",
    precision: "day",
    confidence: "confirmed",
    notes: null,
    copy: null,
    goneOn: null,
    ...overrides,
  }
  return { act: "add", kind: "source", record }
}

/** What a source's record says of an uploaded copy. */
export const recordOf = ({ sha256, mediaType, size, archivedOn }: KeptCopy): KeptCopy => ({
  ...{ sha256, mediaType, size, archivedOn },
})

/** A correction of these steps. */
export const correction = (...operations: DraftOperation[]): ProposalInput =>
  ProposalInput.parse({ change: "correction", reasonEn: "A source is kept.", operations })
