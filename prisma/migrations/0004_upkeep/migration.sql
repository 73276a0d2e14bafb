-- What upkeep needs: drafts, copies, assignments, notices, invitations, redactions; and two late fields of a source.
-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Body" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Check" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Crosswalk" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Observation" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Point" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "askedId" TEXT,
ADD COLUMN     "undoes" INTEGER;
-- AlterTable
ALTER TABLE "Rating" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Region" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "comments" JSONB NOT NULL DEFAULT '[]';
-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "SecondCoding" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Silence" ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "copy" JSONB,
ADD COLUMN     "goneOn" DATE,
ADD COLUMN     "redaction" TEXT;
-- AlterTable
ALTER TABLE "User" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "mailedOn" DATE,
ADD COLUMN     "recoveryCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "remit" JSONB,
ADD COLUMN     "totpEnabledAt" TIMESTAMPTZ(3),
ADD COLUMN     "totpLastStep" INTEGER,
ADD COLUMN     "totpSecret" TEXT;

-- CreateTable
CREATE TABLE "BlindCoding" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "coderId" TEXT NOT NULL,
    "level" INTEGER,
    "unratedReason" TEXT,
    "certainty" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "BlindCoding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "form" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Copy" (
    "sha256" TEXT NOT NULL,
    "originalSha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "text" TEXT,
    "uploaderId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Copy_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "InternalEvidence" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "commitment" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "url" TEXT,
    "note" TEXT NOT NULL,
    "copySha256" TEXT,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    CONSTRAINT "InternalEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "assigneeId" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "byId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ(3),
    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" BIGSERIAL NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "revision" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TIMESTAMPTZ(3),
    "lastStatus" TEXT,
    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("revision")
);

-- CreateTable
CREATE TABLE "Redaction" (
    "id" TEXT NOT NULL,
    "reasonClass" TEXT NOT NULL,
    "text" TEXT,
    "copies" TEXT[],
    "note" TEXT,
    "team" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approvedById" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "revision" INTEGER,
    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "remit" JSONB,
    "userId" TEXT,
    "byId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE UNIQUE INDEX "BlindCoding_proposalId_version_step_coderId_key" ON "BlindCoding"("proposalId", "version", "step", "coderId");
-- CreateIndex
CREATE INDEX "Draft_authorId_idx" ON "Draft"("authorId");
-- CreateIndex
CREATE INDEX "Copy_originalSha256_idx" ON "Copy"("originalSha256");
-- CreateIndex
CREATE INDEX "InternalEvidence_commitment_idx" ON "InternalEvidence"("commitment");
-- CreateIndex
CREATE INDEX "Assignment_assigneeId_idx" ON "Assignment"("assigneeId");
-- CreateIndex
CREATE INDEX "Assignment_commitment_lane_idx" ON "Assignment"("commitment", "lane");
-- CreateIndex
CREATE INDEX "Notice_personId_readAt_idx" ON "Notice"("personId", "readAt");
-- CreateIndex
CREATE INDEX "Delivery_deliveredAt_nextAt_idx" ON "Delivery"("deliveredAt", "nextAt");
-- CreateIndex
CREATE UNIQUE INDEX "Redaction_revision_key" ON "Redaction"("revision");
-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- What must always be true of the new ones.
ALTER TABLE "Proposal" DROP CONSTRAINT known_status,
  ADD CONSTRAINT known_status CHECK (
    status IN ('draft', 'submitted', 'changes-requested', 'published', 'rejected', 'withdrawn'));
ALTER TABLE "Review" DROP CONSTRAINT known_verdict,
  ADD CONSTRAINT known_verdict CHECK (verdict IN ('approved', 'changes-requested', 'rejected')),
  ADD CONSTRAINT comments_listed CHECK (jsonb_typeof(comments) = 'array');
ALTER TABLE "BlindCoding"
  ADD CONSTRAINT level_or_reason CHECK ((level IS NULL) <> ("unratedReason" IS NULL)),
  ADD CONSTRAINT level_on_scale CHECK (level BETWEEN 0 AND 3);
ALTER TABLE "Assignment" ADD CONSTRAINT known_lane CHECK (lane IN ('finding', 'claim'));
ALTER TABLE "Copy"
  ADD CONSTRAINT hash_shape CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT size_limit CHECK (octet_length(content) <= 10485760);
ALTER TABLE "Invitation"
  ADD CONSTRAINT known_purpose CHECK (purpose IN ('join', 'reset')),
  ADD CONSTRAINT known_role CHECK (role IN ('analyst', 'editor', 'reviewer', 'admin'));

-- A redaction is published as a revision of its own; it takes two people like everything else.
ALTER TABLE "Revision" DROP CONSTRAINT known_kind,
  ADD CONSTRAINT known_kind CHECK (kind IN ('dataset', 'world-changed', 'correction', 're-check', 'redaction'));
ALTER TABLE "Redaction"
  ADD CONSTRAINT known_reason CHECK ("reasonClass" IN ('court-order', 'personal-data', 'safety', 'copyright')),
  ADD CONSTRAINT second_person CHECK (
    "approvedById" IS NULL OR team = 'one-person' OR "approvedById" <> "requestedById"),
  ADD CONSTRAINT text_gone_when_done CHECK ("doneAt" IS NULL OR text IS NULL);

-- A blind coding is a judgement: it stays as it was given.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "BlindCoding" FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "BlindCoding" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
