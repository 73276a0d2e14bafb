/** Words of handing out work and of the quarter's plan. */
export const assignments = {
  assign: {
    title: (count: number) => (count === 1 ? "Assign 1 commitment" : `Assign ${count} commitments`),
    about: "The day never moves: if it passes, the re-check is shown as missed.",
    person: "Who checks",
    you: (name: string) => `${name} (you)`,
    dueOn: "Checked by",
    confirm: "Assign",
    cancel: "Cancel",
    taken: (codes: string) => `Somebody has ${codes} to check already. Nothing was assigned.`,
    outside: (codes: string) => `This person does not work on ${codes}. Nothing was assigned.`,
    without: (count: number) => (count === 1 ? "Go on with the other one" : `Go on with the other ${count}`),
    done: (count: number, name: string, day: string) =>
      count === 1 ? `1 assigned to ${name}, due ${day}.` : `${count} assigned to ${name}, due ${day}.`,
    takeBack: "Take back",
    takeBackFor: (code: string) => `Take ${code} back`,
  },
  plan: {
    title: "Quarter plan",
    lead: (usual: number) =>
      usual === 1 ? "1 re-check a week keeps the record true." : `${usual} re-checks a week keep the record true.`,
    sub: (from: string, to: string) =>
      `${from} to ${to}. What was looked at within three months of its end stays true.`,
    due: "still to check",
    given: "of them assigned",
    weeks: "weeks left",
    needed: "a week from now on",
    how: (usual: number, all: number) =>
      `${all} commitments in 13 weeks are ${usual} a week. A late start needs more until the quarter ends.`,
    running: "How it is going",
    noneRunning: "Nothing is assigned in this quarter yet.",
    columns: { week: "Week to", done: "Progress", met: "Met", late: "Late", open: "Open", missed: "Missed" },
    week: (met: number, late: number, open: number, missed: number) =>
      `${met} met, ${late} late, ${open} open, ${missed} missed`,
    all: "Quarter",
    proposal: "Proposed spread",
    proposalAbout:
      "The stalest and most important first, even over the weeks and the people. Due on the last working day of each week.",
    people: "Who takes part",
    alone: "You take on your own share. A reviewer or administrator can hand out work to everybody.",
    pace: "At most a week, together",
    paceHint: (needed: number) => `Empty: as many as it takes, ${needed}.`,
    show: "Work it out",
    by: (day: string) => `By ${day}`,
    share: (count: number) => (count === 1 ? "1 to check" : `${count} to check`),
    totals: (name: string, count: number) => `${name}: ${count}`,
    left: (count: number, day: string) =>
      count === 1
        ? `1 finds no place before ${day} or nobody who works on it.`
        : `${count} find no place before ${day} or nobody who works on them.`,
    nobody: "Choose at least one person.",
    noWeeks: "No working week of this quarter is left. The next plan starts with the new quarter.",
    nothing: "Everything is looked at or assigned. Nothing is left to hand out.",
    assignAll: (count: number) => (count === 1 ? "Assign it" : `Assign all ${count}`),
    assigned: (count: number) => (count === 1 ? "1 assigned." : `${count} assigned.`),
    changed: "Somebody assigned some of these meanwhile. Load the page again for a fresh plan; nothing was assigned.",
    reload: "Load again",
  },
}
