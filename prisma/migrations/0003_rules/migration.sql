-- What must always be true, whoever writes.

-- A level from 0 to 3, or a reason why there is none; never both, never neither.
ALTER TABLE "Assessment"
  ADD CONSTRAINT level_or_reason CHECK ((level IS NULL) <> ("unratedReason" IS NULL)),
  ADD CONSTRAINT level_on_scale CHECK (level BETWEEN 0 AND 3),
  ADD CONSTRAINT known_lane CHECK (lane IN ('finding', 'claim')),
  ADD CONSTRAINT evidence_present CHECK (jsonb_typeof(evidence) = 'array' AND jsonb_array_length(evidence) > 0);
ALTER TABLE "Check" ADD CONSTRAINT known_lane CHECK (lane IN ('finding', 'claim'));
ALTER TABLE "Commitment" ADD CONSTRAINT one_track CHECK (track IN ('kinetic', 'non-kinetic'));
ALTER TABLE "Point" ADD CONSTRAINT numbered CHECK (number > 0);
ALTER TABLE "SecondCoding" ADD CONSTRAINT level_on_scale CHECK (level BETWEEN 0 AND 3);

-- Revisions are counted from 1 and each names the hash of the one before.
ALTER TABLE "Revision"
  ADD CONSTRAINT counted CHECK (number > 0),
  ADD CONSTRAINT known_kind CHECK (kind IN ('dataset', 'world-changed', 'correction', 're-check')),
  ADD CONSTRAINT hash_shape CHECK (hash ~ '^[0-9a-f]{64}$' AND "previousHash" ~ '^[0-9a-f]{64}$');

-- Author and approver are two people, unless the operator set a one-person team. A re-check moves no
-- level and the starting data has no author.
ALTER TABLE "Revision" ADD CONSTRAINT second_person CHECK (
  kind IN ('dataset', 're-check') OR team = 'one-person'
  OR ("authorId" IS NOT NULL AND "publisherId" IS NOT NULL AND "authorId" <> "publisherId"));
ALTER TABLE "Review"
  ADD CONSTRAINT second_person CHECK (team = 'one-person' OR "reviewerId" <> "authorId"),
  ADD CONSTRAINT known_verdict CHECK (verdict IN ('approved', 'changes-requested'));

ALTER TABLE "Proposal"
  ADD CONSTRAINT known_status CHECK (status IN ('draft', 'submitted', 'changes-requested', 'published', 'withdrawn')),
  ADD CONSTRAINT known_change CHECK (change IN ('world-changed', 'correction'));
ALTER TABLE "User" ADD CONSTRAINT known_role CHECK (role IN ('analyst', 'editor', 'reviewer', 'admin'));
ALTER TABLE "Share" ADD CONSTRAINT known_screen CHECK (screen IN ('overview', 'points', 'point', 'method'));
