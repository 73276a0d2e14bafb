import type { Measure } from "@/lib/domain/views/outcomes/panels"

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Words of the Outcomes screen. */
export const outcomes = {
  title: "Outcomes",
  heading: "Progress on the plan, beside the violence it was meant to end",
  notCause: "Not evidence of cause.",
  lede: "Moving together is not evidence of cause. Outcomes stand beside the index and are never part of it.",
  figure: {
    title: "Index, attacks and deaths",
    note: (panels: number) =>
      `${plural(panels + 1, "One panel", `${panels + 1} panels`)}, one time axis; each panel has a scale of its own and one publisher. No bar: no figure was found, which is not zero.`,
    label: (panels: string) => `Index of both tracks above ${panels}, by year. Not evidence of cause.`,
    labelAlone: "Index of both tracks. No outcome series in this view.",
    index: "Index, 0 to 100",
    unit: {
      attacks: "attacks per year",
      incidents: "incidents per year",
      people: "people per year",
    } as Record<string, string>,
    events: (count: number) => plural(count, "1 event", `${count} events`),
  },
  key: {
    bar: "Published figure",
    other: "Another vintage or base of the same publisher",
    partial: "The year was not over on the day asked about",
    break: "Series break: the two sides do not compare",
    memory: "From memory, not yet tied to a page",
    revised: "Value corrected in our record since first published",
  },
  finding: {
    course: (
      publisher: string,
      name: string,
      first: string,
      y0: number,
      least: string,
      y1: number,
      among: number | null,
      last: string,
      y2: number,
    ) =>
      `${name}, by ${publisher}: ${first} in ${y0}, ${least} in ${y1} ${among === null ? "at the lowest" : `(the lowest of the ${among} years on record)`}, ${last} in ${y2}.`,
    plain: (publisher: string, name: string, first: string, y0: number, last: string, y2: number) =>
      `${name}, by ${publisher}: ${first} in ${y0}, ${last} in ${y2}.`,
    notAveraged: "These are different counts; none is averaged with another.",
    counts: {
      attacks: (year: number, counts: string) =>
        `Attacks or incidents of ${year}, as each publisher counts them: ${counts}.`,
      deaths: (year: number, counts: string) => `Deaths of ${year}, as each publisher counts them: ${counts}.`,
    },
    /** `name` begins with a capital as a title does, and stands inside a sentence here. */
    count: (value: string, publisher: string, name: string) =>
      `${value} by ${publisher} (${name.charAt(0).toLowerCase()}${name.slice(1)})`,
    none: "No outcome figure has been found for this view.",
  },
  choose: {
    title: "Choose what is counted",
    hint: "Any number of panels. Without a choice: for attacks and for deaths, the two series with the most years since the plan.",
    measure: { attacks: "Attacks and incidents", deaths: "Deaths", other: "Ranks and scores" } satisfies Record<
      Measure,
      string
    >,
    years: (count: number) => plural(count, "1 year", `${count} years`),
    show: "Show these",
    reset: "Back to the usual ones",
    noneInRegion: (region: string) =>
      `No publisher’s yearly series for ${region} is in the record. The counts for the whole country are not set beside one province.`,
    wholeCountry: "See the whole country",
  },
  table: {
    caption: "Indices and published counts by year",
    noFigure: "no figure",
    partial: (value: string) => `${value} (year not over)`,
    and: (value: string, variant: string) => `${value} (${variant})`,
    notBegun: "before the plan",
  },
  sources: {
    button: (count: number) => plural(count, "Source of the figure", `Sources of ${count} figures`),
    caption: "Every figure with its source, base and notes",
    series: "Series",
    year: "Year",
    value: "Value",
    basis: "Basis",
    notes: "Vintage, breaks and notes",
    source: "Source",
    none: "no source named",
    break: "series break here",
    partial: "year not over",
    before: (value: string, revision: number) => `our record had ${value} until corrected (revision ${revision})`,
  },
  download: {
    title: "Download",
    table: "This page’s table (CSV)",
    json: "This page’s data (JSON)",
    observations: "All observations (CSV)",
    indicators: "All indicators (CSV)",
    svg: "This drawing (SVG)",
    png: "This drawing (PNG)",
  },
  /** What each indicator counts, by the dataset’s own key. */
  indicator: {
    sectarian_fatalities: "Deaths in sectarian violence",
    terror_attack_fatalities: "Deaths in terrorist attacks",
    terrorist_attacks: "Terrorist attacks",
    violence_linked_fatalities: "Deaths linked to violence",
    sectarian_incidents: "Sectarian incidents",
    gti_deaths: "Deaths from terrorism",
    gti_incidents: "Terrorist incidents",
    gti_rank: "Rank among countries (1 is most affected)",
    gti_score: "Score, 0 to 10",
    combat_related_deaths_all: "Combat-related deaths, militants included",
    deaths_all_incidents: "Deaths in all incidents",
    killed_in_militant_attacks: "Killed in militant attacks",
    militant_attacks: "Militant attacks",
    suicide_attacks: "Suicide attacks",
    killed_in_terrorist_attacks: "Killed in terrorist attacks",
    militants_killed_in_operations: "Militants killed in operations",
    sectarian_attacks: "Sectarian attacks",
    karachi_target_killings: "Target killings in Karachi",
    fatalities_civilians: "Civilians killed",
    fatalities_militants: "Militants killed",
    fatalities_security_forces: "Security forces killed",
    fatalities_total: "All killed, militants included",
    incidents: "Incidents",
  } as Record<string, string>,
  /** Vintages and bases, by the last part of a series’ id. */
  variant: {
    "all-violence": "all violence, until 2017",
    "terror-and-counter-terror": "terror and counter-terror only, from 2018",
    "later-vintage": "later vintage",
    "first-vintage": "first vintage",
    other: "from another page",
    "vintage-2016": "vintage of 2016",
    "vintage-2025": "vintage of 2025",
    "vintage-2025-terrorism-linked": "vintage of 2025, terrorism-linked",
  } as Record<string, string>,
  /** Publishers as a sentence names them. */
  publisher: {
    "Centre for Research and Security Studies (CRSS)": "CRSS",
    "Institute for Economics & Peace (IEP), Global Terrorism Index": "the Global Terrorism Index",
    "Pakistan Institute for Conflict and Security Studies (PICSS)": "PICSS",
    "Pak Institute for Peace Studies (PIPS)": "PIPS",
    "South Asia Terrorism Portal (SATP)": "SATP",
  } as Record<string, string>,
}
