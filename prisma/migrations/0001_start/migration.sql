-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Revision" (
    "number" INTEGER NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "reasonUr" TEXT,
    "reasonSalt" TEXT NOT NULL,
    "reasonDigest" TEXT NOT NULL,
    "entries" JSONB NOT NULL,
    "team" TEXT NOT NULL,
    "proposalId" TEXT,
    "authorId" TEXT,
    "publisherId" TEXT,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Region" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameUr" TEXT NOT NULL,
    "note" TEXT,
    "tile" JSONB NOT NULL,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Body" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameUr" TEXT NOT NULL,
    "sector" TEXT NOT NULL,

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleIsDescription" BOOLEAN NOT NULL,
    "url" TEXT,
    "publishedOn" DATE,
    "precision" TEXT,
    "confidence" TEXT NOT NULL,
    "notes" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleUr" TEXT NOT NULL,
    "adoptedOn" DATE NOT NULL,
    "precision" TEXT NOT NULL,
    "adoptionNote" TEXT,
    "supersededOn" DATE,
    "monitoringNote" TEXT,
    "pointCount" INTEGER NOT NULL,
    "textStatus" TEXT NOT NULL,
    "trackCounts" JSONB NOT NULL,
    "sources" TEXT[],

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Point" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "numberIsOfficial" BOOLEAN NOT NULL,
    "slug" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleUr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textUr" TEXT NOT NULL,
    "textKind" TEXT NOT NULL,
    "textUrIsOurTranslation" BOOLEAN NOT NULL,
    "wordingVariants" JSONB NOT NULL,
    "publishedTrack" JSONB,
    "leadBodies" JSONB NOT NULL,
    "regions" TEXT[],
    "sources" TEXT[],
    "note" TEXT,

    CONSTRAINT "Point_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "point" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "trackBasis" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textUr" TEXT NOT NULL,
    "lead" BOOLEAN NOT NULL,
    "locality" TEXT,
    "regions" TEXT[],
    "bodies" TEXT[],
    "restsOn" JSONB NOT NULL,
    "anchors" JSONB,
    "continues" TEXT[],
    "promisedBy" DATE,
    "promisedByPrecision" TEXT,
    "promisedByNote" TEXT,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "region" TEXT,
    "level" INTEGER,
    "unratedReason" TEXT,
    "effectiveOn" DATE NOT NULL,
    "precision" TEXT NOT NULL,
    "rationaleEn" TEXT NOT NULL,
    "rationaleUr" TEXT,
    "certainty" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "lifecycle" TEXT,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Check" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "region" TEXT,
    "checkedOn" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Check_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Rating" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "point" TEXT,
    "region" TEXT,
    "date" DATE NOT NULL,
    "precision" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rawLabel" TEXT NOT NULL,
    "isParaphrase" BOOLEAN NOT NULL,
    "isDirectionOnly" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Silence" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "point" TEXT,
    "whatEn" TEXT NOT NULL,
    "whatUr" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "promisedByBody" TEXT,
    "promisedOn" DATE,
    "promisedPrecision" TEXT,
    "dueOn" DATE,
    "duePrecision" TEXT,
    "asOf" DATE NOT NULL,
    "asOfPrecision" TEXT NOT NULL,
    "sources" TEXT[],
    "note" TEXT,

    CONSTRAINT "Silence_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Crosswalk" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "relation" TEXT NOT NULL,
    "share" DOUBLE PRECISION,
    "basis" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "Crosswalk_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "precision" TEXT NOT NULL,
    "endDate" DATE,
    "titleEn" TEXT NOT NULL,
    "titleUr" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "region" TEXT,
    "relatedPoints" TEXT[],
    "isExternal" BOOLEAN NOT NULL,
    "onChart" BOOLEAN NOT NULL,
    "killed" INTEGER,
    "killedNote" TEXT,
    "confidence" TEXT NOT NULL,
    "sources" TEXT[],
    "note" TEXT,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "unit" TEXT NOT NULL,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "breakNote" TEXT,
    "note" TEXT,
    "source" TEXT,
    "confidence" TEXT NOT NULL,
    "confidenceAsFound" TEXT NOT NULL,

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "SecondCoding" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "level" INTEGER,
    "unratedReason" TEXT,
    "certainty" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ruleDoubt" TEXT,
    "decisive" TEXT[],
    "excludedFromAgreement" BOOLEAN NOT NULL,

    CONSTRAINT "SecondCoding_pkey" PRIMARY KEY ("id","revision")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "base" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "reasonUr" TEXT,
    "note" TEXT,
    "operations" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT,
    "team" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Share" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "screen" TEXT NOT NULL,
    "point" INTEGER,
    "query" JSONB NOT NULL,
    "known" INTEGER,
    "creatorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Revision_previousHash_key" ON "Revision"("previousHash");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_hash_key" ON "Revision"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_proposalId_key" ON "Revision"("proposalId");

-- CreateIndex
CREATE INDEX "Region_revision_idx" ON "Region"("revision");

-- CreateIndex
CREATE INDEX "Body_revision_idx" ON "Body"("revision");

-- CreateIndex
CREATE INDEX "Source_revision_idx" ON "Source"("revision");

-- CreateIndex
CREATE INDEX "Plan_revision_idx" ON "Plan"("revision");

-- CreateIndex
CREATE INDEX "Point_revision_idx" ON "Point"("revision");

-- CreateIndex
CREATE INDEX "Commitment_revision_idx" ON "Commitment"("revision");

-- CreateIndex
CREATE INDEX "Assessment_revision_idx" ON "Assessment"("revision");

-- CreateIndex
CREATE INDEX "Check_revision_idx" ON "Check"("revision");

-- CreateIndex
CREATE INDEX "Rating_revision_idx" ON "Rating"("revision");

-- CreateIndex
CREATE INDEX "Silence_revision_idx" ON "Silence"("revision");

-- CreateIndex
CREATE INDEX "Crosswalk_revision_idx" ON "Crosswalk"("revision");

-- CreateIndex
CREATE INDEX "Event_revision_idx" ON "Event"("revision");

-- CreateIndex
CREATE INDEX "Indicator_revision_idx" ON "Indicator"("revision");

-- CreateIndex
CREATE INDEX "Observation_revision_idx" ON "Observation"("revision");

-- CreateIndex
CREATE INDEX "SecondCoding_revision_idx" ON "SecondCoding"("revision");

-- CreateIndex
CREATE INDEX "Proposal_status_idx" ON "Proposal"("status");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_id_authorId_key" ON "Proposal"("id", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_proposalId_version_key" ON "Review"("proposalId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Share_tokenHash_key" ON "Share"("tokenHash");

-- CreateIndex
CREATE INDEX "Share_creatorId_idx" ON "Share"("creatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Token_tokenHash_key" ON "Token"("tokenHash");

-- CreateIndex
CREATE INDEX "Token_userId_idx" ON "Token"("userId");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_proposalId_authorId_fkey" FOREIGN KEY ("proposalId", "authorId") REFERENCES "Proposal"("id", "authorId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


