-- History is append-only. The application never rewrites these rows; this makes sure nobody can.
-- To take a published statement back, publish a correction: it adds a row.

CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" refused: history is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'Revision', 'Region', 'Body', 'Source', 'Plan', 'Point',
    'Commitment', 'Assessment', 'Check', 'Rating', 'Silence',
    'Crosswalk', 'Event', 'Indicator', 'Observation', 'SecondCoding',
    'Review', 'AuditEntry'
  ] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', name);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', name);
  END LOOP;
END $$;
