-- Links: a password, what may vary, what may be taken away, who may embed, the digest of a frozen answer, and counts.
-- AlterTable
ALTER TABLE "Share" ADD COLUMN     "digest" TEXT,
ADD COLUMN     "chart" TEXT,
ADD COLUMN     "downloads" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "free" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "language" TEXT,
ADD COLUMN     "passwordHash" TEXT,
ADD COLUMN     "passwordNumber" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sites" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ShareCount" (
    "shareId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ShareCount_pkey" PRIMARY KEY ("shareId","day","kind")
);

-- CreateTable
CREATE TABLE "ShareSite" (
    "shareId" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "lastOn" DATE NOT NULL,

    CONSTRAINT "ShareSite_pkey" PRIMARY KEY ("shareId","site")
);

-- CreateIndex
CREATE INDEX "Share_digest_idx" ON "Share"("digest");

-- What must always be true of them.
ALTER TABLE "ShareCount" ADD CONSTRAINT known_kind CHECK (kind IN ('person', 'preview', 'embed'));
ALTER TABLE "Share"
  ADD CONSTRAINT digest_of_frozen CHECK (digest IS NULL OR (known IS NOT NULL AND digest ~ '^[0-9a-f]{64}$')),
  ADD CONSTRAINT known_language CHECK (language IN ('en', 'ur'));

-- How a table is asked for its rows as JSON, and how it names them: as before, and by its whole key where it has neither
-- an id nor a number.
CREATE OR REPLACE FUNCTION redaction_query(relation regclass, OUT row_json text, OUT named text, OUT numbered text, OUT changed text)
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  columns text[];
BEGIN
  SELECT array_agg(attname::text ORDER BY attnum) INTO columns FROM pg_attribute
  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND atttypid <> 'bytea'::regtype;
  SELECT format('(SELECT to_jsonb(r) FROM (SELECT %s) AS r)', string_agg(format('t.%I', name), ', '))
    INTO row_json FROM unnest(columns) AS name;
  named := CASE WHEN 'id' = ANY (columns) THEN 't.id::text' WHEN 'number' = ANY (columns) THEN 't.number::text'
    WHEN 'revision' = ANY (columns) THEN 't.revision::text'
    ELSE (SELECT string_agg(format('t.%I::text', a.attname), ' || ''/'' || ' ORDER BY array_position(i.indkey::int[], a.attnum::int))
      FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = relation AND i.indisprimary) END;
  numbered := CASE WHEN 'salt' = ANY (columns) THEN 't.revision' WHEN 'reasonSalt' = ANY (columns) THEN 't.number'
    ELSE 'NULL::int' END;
  SELECT string_agg(format('%I', name), ', ') INTO changed FROM unnest(columns) AS name
  WHERE name = ANY (redactable_columns(relation)) OR name IN ('salt', 'reasonSalt', 'redaction');
END $$;
