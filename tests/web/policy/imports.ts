import { forWriters, type Rows } from "./row"

const P = "/api/v1/imports"
const table = () => Buffer.from("id,indicator,publisher,unit\r\npolicy-series,Attacks,A publisher,attacks\r\n")

export const imports: Rows = {
  [`POST ${P}`]: [
    { given: "dry run", bytes: table, expected: forWriters(200) },
    { given: "table to propose", path: `${P}?kind=indicator&dryRun=false`, bytes: table, expected: forWriters(200) },
    { given: "table whose errors are asked for", path: `${P}?errors=true`, bytes: table, expected: forWriters(200) },
  ],
}
