import { plural } from "@/lib/i18n/format"

/** Words of the page of data and API, and of the files one takes from it. */
export const data = {
  title: "Data and API",
  heading: "Take the data",
  lede: "Everything public on this site, as files and as an API, under CC BY 4.0. Every answer says as of when, and as known when.",
  everything: {
    title: "Everything in one file",
    text: (revision: number, day: string) =>
      `All records as revision ${revision} (${day}) had them: tables, JSON with every version, the codebook, the coding method, the licence, and checksums.`,
    download: (revision: number) => `Download revision ${revision} (ZIP)`,
    older:
      "For another revision put known= and its number into the address; the same revision always gives the same file.",
  },
  files: {
    title: "Files",
    note: (day: string) => `Records as of ${day}.`,
    columns: { file: "File", rows: "Rows", formats: "Formats" },
    as: (format: string, list: string) => `${list} as ${format}`,
    xlsx: "XLSX sheets hold days as dates and numbers as numbers; none holds a formula.",
  },
  builder: {
    title: "Builder",
    sub: "The address is the query.",
    what: "What",
    plan: "Edition",
    allPlans: "Both plans",
    track: "Track",
    allTracks: "Both tracks",
    lane: "Lane",
    format: "Format",
    asOf: "As of",
    known: "As known in revision",
    newest: "newest",
    make: "Make the address",
    open: "Open it",
    found: (count: number, day: string, revision: number) =>
      `${plural(count, "1 row", `${count} rows`)} as of ${day}, as known in revision ${revision}.`,
    first: "The first of them, as JSON; long texts are cut here.",
    none: "Nothing fits.",
    noKey: "No key needed for reading.",
    schema: "Schema (OpenAPI 3.1)",
  },
  feeds: {
    title: "Feeds of changes",
    text: "Follow what is published in a feed reader. Narrow a feed by plan, point, track, or to corrections alone.",
    all: "All changes",
    corrections: "Corrections only",
    plan: (year: number) => `${year} plan`,
    atom: "Atom",
    json: "JSON Feed",
    parameters: "Parameters: plan, point (a number, with a plan), track, kind (world or correction).",
  },
  feed: {
    title: "NAP Tracker: changes",
    subtitle: "What was published on Pakistan’s National Action Plan, when and why.",
    corrections: "corrections",
    world: "what changed in the world",
    plan: (year: number) => `${year} plan`,
    points: (numbers: string) => `point ${numbers}`,
    dataset: (records: number) => `The record began with ${records} entries.`,
    rest: (revision: number, counted: string) => `Revision ${revision}: ${counted}`,
  },
  licence: {
    title: "Licence",
    text: "The data are under Creative Commons Attribution 4.0 International (CC BY 4.0): use them for anything, name NAP Tracker and the revision, and say what you changed. Quotations of third parties remain theirs. The code is under the MIT License.",
    link: "The licence in full",
    provisional:
      "The starting data were coded by the project and no country expert has reviewed them yet; each assessment says by which rule it was made.",
    file: `Data of NAP Tracker
Creative Commons Attribution 4.0 International (CC BY 4.0)
https://creativecommons.org/licenses/by/4.0/

You may share and adapt the data for any purpose, if you give credit to NAP Tracker,
name the revision, link to the licence and say what you changed.
Quotations of third parties remain theirs.`,
  },
  codebook: {
    title: "Codebook",
    text: "Every field of every list, read off the schema that each record passes through. It also lies in the ZIP, in English and Urdu.",
    fields: (count: number) => plural(count, "1 field", `${count} fields`),
    yes: "yes",
    no: "no",
  },
  reference: {
    title: "API reference",
    text: "One address per question, JSON by default, tables with format=csv or format=xlsx. Lists come a page at a time: limit items, and next, the cursor of the following page. Pin known while you page.",
    conditional:
      "Each answer carries an ETag of the revision and what it says; send it back as If-None-Match and get a 304 if nothing changed. Scripts of any other site may read, without credentials.",
    private: "This site is private: send an access token with each request.",
    english: "Summaries and parameters are in English, as in the OpenAPI document.",
    views: "Views",
    lists: "Lists",
    others: "Files and the rest",
    parameter: "Parameter",
    meaning: "Meaning",
    standard: "Default",
    noParameters: "It takes no parameters.",
    try: "Try it",
    example: "Example",
  },
  cite: { title: "Cite the data" },
  columns: {
    on: "Day",
    index: "Index",
    low: "Lowest",
    high: "Highest",
    coverage: "Coverage",
    commitments: "Commitments",
    rated: "Rated",
    composition: "Composition",
    revision: "Revision",
    publishedAt: "Published at",
    kind: "Kind of change",
    act: "What was done",
    record: "Record",
    points: "Points",
    reasonEn: "Reason in English",
    reasonUr: "Reason in Urdu",
    reason: "Reason",
    hash: "Hash",
    changes: "Changes",
    number: "Number",
    levelBefore: "Level before",
    unratedBefore: "Unrated before, why",
    levelAfter: "Level after",
    unratedAfter: "Unrated after, why",
    regionEn: "Region in English",
    fields: "Fields that differ",
    findingLevel: "Level, finding",
    findingUnrated: "Unrated, finding",
    findingSince: "Since, finding",
    findingLastChecked: "Last checked, finding",
    claimLevel: "Level, claim",
    claimUnrated: "Unrated, claim",
    claimSince: "Since, claim",
    claimLastChecked: "Last checked, claim",
    asOf: "As of",
    reasonClass: "Ground of the removal",
    records: "Records",
    reasons: "Reasons",
  },
  zip: {
    readme: (
      revision: number,
      day: string,
    ) => `NAP Tracker: everything as revision ${revision} (published ${day}) had it

README.txt, LICENCE.txt   what this is, and under which terms (CC BY 4.0)
CODING.md                 how the starting data were coded
codebook.en.csv, .ur.csv  every field: type, unit, values, meaning
csv/*.csv                 one table per kind of record, and the log (revisions.csv)
records.json              the same records as JSON, by list
versions.jsonl            every version of every record up to this revision, one a line
manifest.json             the files with their sizes and SHA-256, the revision and its hash
SHA256SUMS                the same checksums, for: sha256sum -c SHA256SUMS

Tables are UTF-8 with a byte order mark. An empty cell says nothing; it is never zero. A text that could
start a formula has an apostrophe before it. Lists are joined by "; ", nested values are JSON.
A level without a number is unrated and has a reason.`,
  },
  record: {
    title: (name: string) => `Two revisions of a record: ${name}`,
    heading: "Two revisions compared",
    from: "Earlier",
    to: "Later",
    show: "Compare",
    before: "Before it was published",
    version: (revision: number, day: string) => `Revision ${revision}, ${day}`,
    same: "Nothing differs between these two.",
    onlyOne: "This record has one version; this is what it says.",
    added: (revision: number) => `The record was published in revision ${revision}; every field is new.`,
    withdrawn: (revision: number) => `In revision ${revision} the record was withdrawn.`,
    parts: (count: number) => plural(count, "1 entry", `${count} entries`),
    difference: (count: number) => plural(count, "1 field differs", `${count} fields differ`),
    all: "All versions",
    back: "All changes",
    compare: "Compare its versions",
  },
}
