import type { TwoFactor } from "@/lib/domain/policy"
import type { Level, Rule } from "@/lib/domain/scale"
import type { MethodView } from "@/lib/domain/views/method"

/** Words of the method page; every figure on it is the view’s own. */
export const method = {
  title: "How a level is given",
  lede: "Four levels, after the Peace Accords Matrix of the Kroc Institute, so that this plan can be read beside peace accords elsewhere. Everything here is drawn from the same constants and the same data as every other page.",
  onThisPage: "On this page",
  sections: {
    status: "What this coding is",
    levels: "Levels",
    anchors: "What each level asks for",
    index: "The index",
    range: "Range and coverage",
    imbalance: "Imbalance",
    tracks: "Tracks and strands",
    lanes: "Claim and finding",
    ceilings: "Ceilings",
    rules: "Rules",
    examples: "Worked examples",
    depends: "What the index depends on",
    byType: "Levels by type",
    agreement: "Second coding",
    limits: "Known limits",
    time: "Time and corrections",
    data: "Data and licence",
  },

  status: {
    provisional:
      "The starting data are provisional: coded by the project from published pages seen up to March 2026, and not yet reviewed by a country expert. Treat every level as a draft until one has.",
    counts: (commitments: string, assessments: number, sources: number, never: number) =>
      `The plan in view has ${commitments}; ${never === 0 ? "none" : never} of them had never been rated in this lane by the day in view. All plans together hold ${assessments === 1 ? "1 assessment" : `${assessments} assessments`} up to that day; the whole dataset has ${sources === 1 ? "1 source" : `${sources} sources`}, of whatever day.`,
    provisionalNow: (provisional: number, all: number) =>
      all === 1
        ? `The only commitment in view ${provisional === 1 ? "stands as the starting data left it, unreviewed" : "has been reviewed since the starting data"}.`
        : `${provisional === 0 ? "None" : provisional} of the ${all} commitments in view ${provisional <= 1 ? "stands as the starting data left it" : "stand as the starting data left them"}, unreviewed.`,
    team: {
      "two-person":
        "Nothing is published by one person alone: whoever proposes a change cannot publish it, a second person must.",
      "one-person":
        "This site is run by a one-person team: its administrator may publish a proposal of their own. Every change still carries its evidence, its reason and a place in the ledger.",
    },
    twoFactor: {
      optional: "Whether editors sign in with a second factor besides the password is left to each of them.",
      publishing: "Publishing, approving and re-checking take a second factor besides the password.",
    } satisfies Record<TwoFactor, string>,
  },

  levels: {
    sub: "The scored unit is a commitment: one promise inside a point that one person can check in public.",
    words: {
      0: "Nothing dedicated to the commitment existed.",
      1: "Something was decided or begun; its result is slight, unknown or gone.",
      2: "Carried out in part, or in full by figures with a stated base.",
      3: "Carried out for all the commitment names, and seen from outside.",
    } satisfies Record<Level, string>,
    proof: {
      0: "A source that says so, or a later act that created it.",
      1: "One dated source; a bare official count supports no more than this.",
      2: "A figure with a total, a before and after, or a yearly series.",
      3: "An act in force, or two sources, one of them not the doer.",
    } satisfies Record<Level, string>,
    unrated: "Not a zero. Always with a reason: no public evidence, secret, too vague, not yet due, conflicting.",
    unratedProof: "The search that found nothing, or the sources that conflict.",
  },

  anchors: {
    sub: "What counts as minimum, intermediate or complete differs by the kind of thing promised. Level 0 is the same for all. Where these do not fit, a commitment carries anchors of its own, shown on its point’s page.",
    type: "Type",
  },

  index: {
    text: "A point is never scored; its two strands, the tracks and the plan are means of their commitments, each with the same weight. A point with more commitments weighs more in the plan’s index.",
    formula: "index = 100 × Σ level ÷ (3 × number rated)",
    worked: (track: string, plan: string, day: string) => `${track}, ${plan}, as of ${day}`,
    none: (track: string) => `${track}: nothing can be rated, so there is no index.`,
  },

  range: {
    text: "What cannot be rated is left out of the index and shown as a range: low counts it as 0, high as 3. The range is not a confidence interval, and it is hard on the data by design: nothing is assumed about what nobody reports. Coverage is the share that is rated.",
    low: (value: string) => `low ${value}`,
    high: (value: string) => `high ${value}`,
    worked: "low = 100 × Σ level ÷ (3 × all) · high = 100 × (Σ level + 3 × unrated) ÷ (3 × all)",
    coverage: (rated: number, all: number, share: string) => `coverage = ${rated} ÷ ${all} = ${share}`,
    shares: "Shares of a composition are rounded by the largest remainder, so that they total 100.",
  },

  imbalance: {
    text: "Imbalance is the kinetic index minus the non-kinetic index, in points. It takes the widest reading: kinetic low minus non-kinetic high, to kinetic high minus non-kinetic low. If that spans zero, we say “cannot be told” and print no figure.",
    told: (value: string, ahead: string) => `${value}: ${ahead} for certain.`,
    untold: "Cannot be told. No figure is shown.",
    rests: (kinetic: string, nonKinetic: string, kRated: string, nRated: string) =>
      `The indices stand at ${kinetic} (${kRated}) and ${nonKinetic} (${nRated}).`,
    range: (text: string) => `Range ${text}.`,
    scale: (low: string, high: string) => `Imbalance between ${low} and ${high}`,
  },

  tracks: [
    "The test is what a measure does, not who does it or in what legal form. Kinetic: arrest, trial by a security court, force, watching, detention, removal, execution, or a force raised and paid for these. Non-kinetic: rules, institutions, money for civil ends, relief, registration, regulation, talks.",
    "A law counts as non-kinetic unless all it does is open or run penal or military power. The 2014 plan has no such split of its own; for 2021 only the totals, 5 and 9, are known.",
    "Each point is split into two strands. A strand with no commitment reads “nothing promised”, which is not a zero.",
    "The official text of the 14 points of 2021 was not found: those commitments rest on topics as reported, in our words.",
  ],

  lanes: [
    "Two lanes, never averaged. Claim: what the state says of itself, at face value. Finding: what independent bodies, courts, monitors, statutes in force and dated outcomes show. Headlines use findings; the claim always stands beside them.",
    "Verdicts of others on a whole point are kept in their own words as rival ratings and set no level. A rating made for one province never counts in the national index.",
    "Outcomes such as attacks and deaths stand beside the score, never inside it. Where attacks set the level of a commitment, it says whether the state of things that was promised holds, not why.",
  ],

  ceilings: {
    sub: "These keep activity from passing as result. They bind the finding lane.",
    list: [
      "A bare official count (cases, arrests, accounts, addresses) gives at most 1.",
      "An official figure with a stated total, a before and after, or a yearly series gives at most 2.",
      "3 needs an act in force, or two supporting sources, one of them not the body that carried it out.",
      "An opinion piece gives at most 1, with low certainty.",
      "A direction without a level (“upward”) sets no level; it is kept as a rival rating.",
      "A verdict on the whole plan rates no commitment.",
    ],
  },

  rulesSub: "Seven rules apply the anchors above, one for each type. The others:",
  rules: {
    "r-base":
      "The baseline on 24 December 2014 or 9 September 2021: 0 only if the measure did not exist then; otherwise what it was; unrated if unknown.",
    "r-claim":
      "A claim needs a statement, report or announcement. Its numbers are measured by the same anchors, at face value. A provincial government is a part of the state: its complaint against the federation is a claim too.",
    "r-words":
      "Official words on a point rate only its lead commitment: satisfactory is 2; slow, unable and almost no progress are 1, because almost none is not none.",
    "r-term":
      "Expiry of a measure that the plan itself limited. The promise stays complete when the term ends on the plan’s own date, and is marked “term ended”; the work falls to minimum when no court sits, and cannot be complete while referred cases are undecided.",
    "r-fall":
      "A level falls when a dated source shows that the state of things it described is gone. It never falls by age.",
    "r-region": "A level for one province or territory, kept out of the national index.",
    "r-unrated":
      "No public evidence (looked for, nothing found), secret, too vague (no test can be drawn from the words), not yet due, or conflicting. Every unrated record cites the search or the conflict.",
  } satisfies Partial<Record<Rule, string>>,

  examples: [
    {
      type: "law",
      text: "Cybercrime law: none in December 2014, level 0; the act of 19 August 2016 in force, level 3. Seminary law: agreement of 2019 without statute, 1; act and ordinance of December 2024, Islamabad only and two channels, 2, not 3.",
      points: [14, 10],
    },
    {
      type: "institution",
      text: "NACTA’s Board: had not met since 2013, 0; first meeting on 25 September 2018, 1; fifth meeting in April 2025, fewer than one a year, still 1.",
      points: [4],
    },
    {
      type: "force",
      text: "Counter-terrorism force: 4,108 of 9,800 in February 2017, 1; 6,038 in May 2017, 2. By province, in the claim lane only: Balochistan 1,000 of 1,000, 3; Punjab 1,180 of 5,000, 1.",
      points: [8],
    },
    {
      type: "enforcement",
      text: "Militant organisations: in 2017 two independent counts at less than half of 2014, 2; in 2024 one of the two above half again, 1. Karachi: killings from 965 to 86, but from the Rangers’ own series, 2 in the finding lane and 3 in the claim lane.",
      points: [3, 16],
    },
    { type: "financing", text: "Balochistan programme: the federal Rs2.5 billion unpaid in 2016, 0.", points: [17] },
    {
      type: "process",
      text: "Ownership by all stakeholders: no body, act or date in the words, so too vague in both lanes.",
      points: [17],
    },
    {
      type: "admin-programme",
      text: "Displaced families: returns begin in March 2015, 1; 187,678 families back and 116,113 not, by UN partners, 2; the official 95 % of 2017 is 2 in the finding lane, since another report has 49,000 families waiting, and 3 in the claim lane.",
      points: [12],
    },
  ],
  examplePoint: (number: number) => `Point ${number} of 2014`,

  depends: {
    sub: "The same formula on other baskets of the same commitments. A figure that swings here should be leaned on lightly.",
    basket: "Basket",
    names: {
      all: "All commitments",
      "without-laws": "Without laws and policies",
      "without-low-certainty": "Ratings of low certainty treated as unrated",
    } satisfies Record<MethodView["baskets"][number]["name"], string>,
    rated: "Rated",
  },

  byType: {
    sub: "Several kinetic commitments are measured by the result (attacks, killings), many non-kinetic ones by the act (law passed, centre opened). That flatters the non-kinetic index; so read the index beside this table.",
    complete: (laws: number, complete: number) =>
      complete === 0
        ? "No commitment of this plan is rated complete."
        : complete === 1
          ? `The only one rated complete is ${laws === 1 ? "a law or policy" : "no law or policy"}.`
          : `Of ${complete} rated complete, ${laws === 0 ? "none" : laws} ${laws <= 1 ? "is a law or policy" : "are laws or policies"}.`,
  },

  agreement: {
    sub: "A second coder judged the commitments of both plans in the finding lane from the same rules and evidence notes, without the first coder’s levels and reasons. Items whose level the rules themselves give are left out. All are counted, whichever plan is in view, up to the day in view.",
    none: "No commitment had been judged a second time for a day up to the one in view.",
    finding: (same: number, both: number, alpha: string) =>
      `Of ${both === 1 ? "1 judgement" : `${both} judgements`} rated by both, ${same} ${same === 1 ? "has" : "have"} the same level; ordinal alpha is ${alpha}.`,
    columns: {
      asOf: "As of",
      units: "Judged",
      ratability: "Agree whether it can be rated",
      both: "Rated by both",
      same: "Same level",
      within: "Within one level",
      alpha: "Alpha (ordinal)",
    },
    start: "In the starting data",
    raw: (same: number, both: number) =>
      both === 0
        ? "No judgement was rated by both yet."
        : `Of ${both === 1 ? "1 judgement" : `${both} judgements`} rated by both, ${same} ${same === 1 ? "has" : "have"} the same level (${Math.round((same / both) * 100)} %).`,
    fewPairs: (fewest: number) => `Under ${fewest} such pairs alpha says little, so only the raw agreement is given.`,
    noVariation: "All have one and the same level, so there is nothing for alpha to tell apart.",
    since: "Since then, by reviewers",
    sinceSub:
      "Before publishing, a second person may give their own level from the promise, what each level asks for, the day and the evidence, without the author’s level, reasons or certainty. What they gave is published in the same revision, without a name. It is compared with the level published with it, so a later correction does not change it.",
    sinceNone: "Nobody has done so yet.",
    sinceLimits:
      "Coding blind is optional, so these are not a random part of the changes; the reviewer saw the evidence that the author chose, and both belong to the team. The author’s level is what was published.",
    noDisagreement: "No judgement differs.",
    together: "Together",
    noAlpha: "too few pairs",
    allSame: "all the same",
    limits:
      "Read it for what it is: agreement on how the rules apply to these notes, not on whether the notes are right or complete. Both coders belong to the project, and record dates showed the second where something had changed. The first coder’s levels stand.",
    doubts:
      "What the second coder doubted: the law anchors have no step for part of a subject, and those for forces, money and programmes none for “decided”; court results are known for one province only; the rule on expiry protects a measure that lapsed by plan, and no rule does so for civilian measures; the sharper divide may lie between laws and everything else, not between the tracks.",
    disagreements: (count: number) => (count === 1 ? "1 judgement differs" : `${count} judgements differ`),
    first: "First coder",
    second: "Second coder",
    on: "For",
  },

  limits: [
    "One coder wrote the data; the second coding checked the finding lane only, from the same notes.",
    "Pages were read in archived form, often in part; many are press accounts of official papers. The sources hold almost no primary paper: one statute text, no judgment, no Hansard, no gazette.",
    "Some commitments turn vague words into a test of ours (killings down by half, attacks no higher than in 2020, convictions that hold). Their anchors say so; another coder may draw them otherwise.",
    "Where the only number is the state’s, the ceilings apply, but the number is still the state’s.",
    "The 2021 commitments rest on topics in our words. If the official text turns up, they are redone first.",
    "Evidence is thickest for 2015 to 2017 and for laws. Kinetic work is partly secret and, since 2018, hardly reported by point: low coverage there is not low effort.",
    "The 2014 commitments stay scored after September 2021, since nobody withdrew them; the line is drawn broken there. Levels are carried forward until a dated source changes them.",
    "The index also moves when a commitment becomes rated or unrated: the basket is not constant.",
    "Gilgit-Baltistan and Azad Jammu and Kashmir have no record. Provincial ratings are few.",
    "Urdu texts are ours, unreviewed by a native editor. Reasons and quotations are in English.",
    "The plan is not the cause of a fall or rise in attacks, and nothing here says it is.",
  ],

  time: [
    "As of is the day something was true; as known on is the revision in which we published it. Every page, chart and export takes both, in its address.",
    "A change in the world adds a step. A correction adds a revision; nothing published is overwritten or deleted. A re-check says that a source was consulted and nothing changed.",
    "The last-checked date stands beside a level and never changes it. Until a level has been re-checked, the date of the fact itself stands in.",
  ],

  data: {
    text: "The starting data are plain files: plans, points, commitments, assessments in both lanes, sources, rival ratings, events, silences, the crosswalk and the second coding, with the coding method in full. Any table here can be recomputed from them with the formulas above.",
    files: "In the repository under prisma/dataset; through the API as JSON or CSV.",
    licence: "Data: Creative Commons Attribution 4.0, third-party quotations excepted. Code: MIT.",
    api: "API description",
    commitments: "Commitments (CSV)",
    assessments: "Assessments (CSV)",
    sources: "Sources (CSV)",
  },
}
