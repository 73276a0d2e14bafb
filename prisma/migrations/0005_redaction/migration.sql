-- What the law takes out goes through one function, redact(), which does what two people settled in one row of
-- "Redaction" and nothing else. History stays append-only for everybody, the owner of the tables included: the trigger
-- lets a row through only if it is exactly what a settled redaction makes of the row before.

-- The tables whose words are searched: all but the accounts (names and addresses of the team are nobody's publication
-- and are changed there), the copies (removed whole) and the redactions themselves.
CREATE FUNCTION redactable_tables() RETURNS SETOF regclass STABLE LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT oid::regclass FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL (ARRAY[
    'User', 'Session', 'Account', 'Verification', 'RateLimit', 'Invitation', 'Copy', 'Redaction', '_prisma_migrations'])
  ORDER BY relname
$$;

-- The columns that may hold words. Ids, hashes, and what the chain of hashes covers must stay as they are; a text that
-- is part of an id or of the record's own vocabulary is refused before (lib/domain/redaction.ts).
CREATE FUNCTION redactable_columns(relation regclass) RETURNS text[] STABLE LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(attname::text ORDER BY attnum), '{}') FROM pg_attribute
  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped
    AND atttypid IN ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
    AND attname NOT LIKE '%Id' AND attname <> ALL (ARRAY[
      'id', 'salt', 'digest', 'redaction', 'hash', 'previousHash', 'reasonSalt', 'reasonDigest', 'entries',
      'tokenHash', 'sha256', 'originalSha256', 'subject', 'action'])
$$;

-- Where each occurrence of the text was, a mark stands. A web address that holds it is no address any more, and a copy
-- that is removed is named nowhere.
CREATE FUNCTION redacted_field(name text, value jsonb, needle text, gone text[]) RETURNS jsonb
IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF jsonb_typeof(value) = 'string' AND (value #>> '{}' = ANY (gone)
      OR (name = 'url' AND needle <> '' AND strpos(value #>> '{}', needle) > 0)) THEN RETURN 'null';
  ELSIF jsonb_typeof(value) = 'object' AND name = 'copy' AND value ->> 'sha256' = ANY (gone) THEN RETURN 'null';
  ELSE RETURN redacted_value(value, needle, gone);
  END IF;
END $$;

CREATE FUNCTION redacted_value(value jsonb, needle text, gone text[]) RETURNS jsonb
IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'string' THEN to_jsonb(replace(value #>> '{}', needle, '█████'))
    WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(redacted_value(item, needle, gone) ORDER BY place), '[]')
      FROM jsonb_array_elements(value) WITH ORDINALITY AS each (item, place))
    WHEN 'object' THEN (
      SELECT coalesce(jsonb_object_agg(replace(key, needle, '█████'), redacted_field(key, item, needle, gone)), '{}')
      FROM jsonb_each(value) AS each (key, item))
    ELSE value
  END;
END $$;

-- A whole row as a redaction leaves it. A published one loses its salt, so that nobody can try words against its
-- digest, and says which redaction it was.
CREATE FUNCTION redacted_row(old jsonb, columns text[], needle text, gone text[], redaction text) RETURNS jsonb
IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  name text;
  now jsonb := old;
BEGIN
  FOREACH name IN ARRAY columns LOOP
    now := jsonb_set(now, ARRAY[name], redacted_field(name, old -> name, needle, gone));
  END LOOP;
  IF now <> old AND old ? 'reasonSalt' THEN now := now || jsonb_build_object('reasonSalt', '', 'redaction', redaction);
  ELSIF now <> old AND old ? 'salt' THEN now := now || jsonb_build_object('salt', '', 'redaction', redaction);
  END IF;
  RETURN now;
END $$;

-- Whether a row's text can hold what is looked for at all: quick, so that only few rows are taken apart.
CREATE FUNCTION may_hold(row_text text, needle text, gone text[]) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT (needle <> '' AND strpos(row_text, substr(to_jsonb(needle)::text, 2, length(to_jsonb(needle)::text) - 2)) > 0)
    OR EXISTS (SELECT 1 FROM unnest(gone) AS hash WHERE strpos(row_text, hash) > 0)
$$;

-- The archived copies that go: those named, and those whose name, words or bytes hold the text.
CREATE FUNCTION redacted_copies(needle text, named text[]) RETURNS text[]
STABLE LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(sha256 ORDER BY sha256), '{}') FROM "Copy"
  WHERE sha256 = ANY (named) OR (needle <> '' AND (strpos(name, needle) > 0 OR strpos(coalesce(text, ''), needle) > 0
    OR position(convert_to(needle, 'UTF8') IN content) > 0))
$$;

-- How a table is asked for its rows as JSON, and how it names them.
CREATE FUNCTION redaction_query(relation regclass, OUT row_json text, OUT named text, OUT numbered text, OUT changed text)
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  columns text[];
BEGIN
  SELECT array_agg(attname::text ORDER BY attnum) INTO columns FROM pg_attribute
  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND atttypid <> 'bytea'::regtype;
  SELECT format('(SELECT to_jsonb(r) FROM (SELECT %s) AS r)', string_agg(format('t.%I', name), ', '))
    INTO row_json FROM unnest(columns) AS name;
  named := CASE WHEN 'id' = ANY (columns) THEN 't.id::text' WHEN 'number' = ANY (columns) THEN 't.number::text'
    ELSE 't.revision::text' END;
  numbered := CASE WHEN 'salt' = ANY (columns) THEN 't.revision' WHEN 'reasonSalt' = ANY (columns) THEN 't.number'
    ELSE 'NULL::int' END;
  SELECT string_agg(format('%I', name), ', ') INTO changed FROM unnest(columns) AS name
  WHERE name = ANY (redactable_columns(relation)) OR name IN ('salt', 'reasonSalt', 'redaction');
END $$;

-- Every place where a text or a copy occurs, and in which columns: what redact() would change, without changing it.
CREATE FUNCTION redaction_places(needle text, named_copies text[])
RETURNS TABLE (place text, id text, revision int, fields text[])
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  relation regclass;
  query record;
  gone text[] := redacted_copies(needle, named_copies);
BEGIN
  FOR relation IN SELECT redactable_tables() LOOP
    query := redaction_query(relation);
    RETURN QUERY EXECUTE format(
      'SELECT $4, %s, %s, ARRAY(SELECT name FROM unnest($3) AS name WHERE old -> name <> now -> name)
       FROM %s AS t CROSS JOIN LATERAL %s AS a (old) CROSS JOIN LATERAL redacted_row(old, $3, $1, $2, '''') AS b (now)
       WHERE may_hold(old::text, $1, $2) AND old <> now ORDER BY 2, 3',
      query.named, query.numbered, relation, query.row_json)
      USING needle, gone, redactable_columns(relation), trim(BOTH '"' FROM relation::text);
  END LOOP;
  RETURN QUERY SELECT 'Copy', hash, NULL::int, '{}'::text[] FROM unnest(gone) AS hash;
  RETURN QUERY SELECT 'Redaction', r.id, NULL::int, '{note}'::text[] FROM "Redaction" AS r
    WHERE needle <> '' AND strpos(coalesce(r.note, ''), needle) > 0;
END $$;

-- What two people have settled and nobody has done yet; null when there is no such thing.
CREATE FUNCTION settled_redaction(redaction_id text) RETURNS "Redaction"
STABLE LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT r FROM "Redaction" AS r
  WHERE r.id = redaction_id AND r."doneAt" IS NULL AND r."cancelledAt" IS NULL AND r."approvedById" IS NOT NULL
    AND (r.team = 'one-person' OR r."approvedById" <> r."requestedById")
    AND (r.text IS NOT NULL OR cardinality(r.copies) > 0)
$$;

-- Takes out what one redaction says, everywhere, once. Runs as the owner of the tables, because the server's own role
-- may rewrite nothing that was published; it is told no more than which redaction. Returns the rows it changed.
CREATE FUNCTION redact(redaction_id text) RETURNS TABLE (place text, id text, revision int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  settled "Redaction";
  relation regclass;
  query record;
  needle text;
BEGIN
  PERFORM 1 FROM "Redaction" AS r WHERE r.id = redaction_id FOR UPDATE;
  settled := settled_redaction(redaction_id);
  IF settled.id IS NULL THEN
    RAISE EXCEPTION 'redaction % is not settled by two people, or done', redaction_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  needle := coalesce(settled.text, '');
  UPDATE "Redaction" AS r SET copies = redacted_copies(needle, settled.copies) WHERE r.id = redaction_id;
  settled := settled_redaction(redaction_id);
  PERFORM set_config('nap.redaction', redaction_id, true);
  FOR relation IN SELECT redactable_tables() LOOP
    query := redaction_query(relation);
    CONTINUE WHEN query.changed IS NULL;
    RETURN QUERY EXECUTE format(
      'UPDATE %1$s AS t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, redacted_row(%3$s, $3, $1, $2, $4)))
       WHERE may_hold(%3$s::text, $1, $2) AND redacted_row(%3$s, $3, $1, $2, $4) <> %3$s
       RETURNING $5, %4$s, %5$s',
      relation, query.changed, query.row_json, query.named, query.numbered)
      USING needle, settled.copies, redactable_columns(relation), redaction_id, trim(BOTH '"' FROM relation::text);
  END LOOP;
  PERFORM set_config('nap.redaction', '', true);
  RETURN QUERY DELETE FROM "Copy" AS c WHERE c.sha256 = ANY (settled.copies) RETURNING 'Copy', c.sha256, NULL::int;
  UPDATE "Redaction" AS r SET note = replace(r.note, needle, '█████'), text = replace(r.text, needle, '█████')
  WHERE needle <> '' AND (strpos(r.note, needle) > 0 OR strpos(r.text, needle) > 0);
  UPDATE "Redaction" AS r SET text = NULL, "doneAt" = now() WHERE r.id = redaction_id;
END $$;
REVOKE ALL ON FUNCTION redact(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  settled "Redaction";
BEGIN
  IF TG_OP = 'UPDATE' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    settled := settled_redaction(current_setting('nap.redaction', true));
    IF settled.id IS NOT NULL AND to_jsonb(NEW) = redacted_row(
      to_jsonb(OLD), redactable_columns(TG_RELID), coalesce(settled.text, ''), settled.copies, settled.id)
    THEN RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% on "%" refused: history is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
