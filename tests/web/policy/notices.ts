import { forPeople, READ, type Rows } from "./row"

export const notices: Rows = {
  "GET /api/v1/changes": [{ expected: READ }],
  "GET /api/v1/notices": [{ expected: forPeople(200) }],
  "POST /api/v1/notices/read": [
    { given: "list", body: () => ({ ids: ["1"] }), expected: forPeople(200) },
    { given: "whole list", body: () => ({ all: true }), expected: forPeople(200) },
  ],
  "PATCH /api/v1/notices/settings": [{ body: () => ({ mail: true }), expected: forPeople(200) }],
}
