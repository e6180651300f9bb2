-- What 'compare' and 'equivalents' find, for analysts: views over the tables of a bundle.
--
--   passerelle export --to csv --output bundle
--   cd bundle && psql -v ON_ERROR_STOP=1 -f load.sql DATABASE
--   psql -v ON_ERROR_STOP=1 -f views.sql DATABASE
--
-- They answer as of today, until another day is asked for: SELECT passerelle.ask('2026-01-01').
-- Findings are about levels. Nothing in them recognises a qualification.
BEGIN;
SET LOCAL search_path = passerelle;
SET LOCAL client_min_messages = warning;

DROP TABLE IF EXISTS question CASCADE;
DROP VIEW IF EXISTS reference CASCADE;
DROP FUNCTION IF EXISTS compare(text, text);
CREATE TABLE question (day date NOT NULL, today date NOT NULL);
INSERT INTO question VALUES (current_date, current_date);
COMMENT ON TABLE question IS 'The day as of which views answer, and the day on which they are asked.';

-- A date is a year, a month or a day.
CREATE OR REPLACE FUNCTION first_day(text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT to_date($1 || CASE length($1) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END, 'YYYY-MM-DD') $$;

CREATE OR REPLACE FUNCTION last_day(text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE length($1)
     WHEN 4 THEN passerelle.first_day($1) + interval '1 year - 1 day'
     WHEN 7 THEN passerelle.first_day($1) + interval '1 month - 1 day'
     ELSE passerelle.first_day($1) END::date $$;

-- Whether a span holds on a day: 1 if it does, 0 if it is not known, -1 if it does not.
CREATE OR REPLACE FUNCTION holding(valid_from text, valid_by text, valid_to text, day date)
RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE
     WHEN passerelle.last_day(valid_to) < day THEN -1
     WHEN coalesce(valid_by, valid_from) IS NULL THEN 1
     WHEN day >= passerelle.last_day(coalesce(valid_by, valid_from)) THEN 1
     WHEN day < passerelle.first_day(valid_from) THEN -1
     ELSE 0 END $$;

CREATE OR REPLACE FUNCTION framework(id text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT split_part(id, ':', 1) $$;

-- The frameworks that others are referenced to.
CREATE VIEW reference AS
  SELECT name, valid_from, valid_by, valid_to FROM publication WHERE kind = 'meta-framework';

-- What links say on the day. Where no source says since when a link holds, it is known to hold from the date of
-- its source on; before that day it is not known whether it held.
CREATE MATERIALIZED VIEW link_on_day AS
  SELECT link.id, link.publication, link.subject, relation, link.object, link.source,
    reference.name AS reference, own AS span,
    CASE
      WHEN known < 0 OR NOT has_days OR coalesce(link.valid_from, link.valid_by) IS NOT NULL THEN known
      ELSE least(known, begun) END AS holding
  FROM link
  CROSS JOIN question
  LEFT JOIN reference ON reference.name = framework(link.object)
  LEFT JOIN publication AS version ON version.name = framework(link.subject)
    AND version.kind <> 'mapping-set'
    AND coalesce(version.valid_from, version.valid_by, version.valid_to) IS NOT NULL
  LEFT JOIN document ON document.publication = link.publication AND document.key = link.source
  CROSS JOIN LATERAL (SELECT holding(link.valid_from, link.valid_by, link.valid_to, day) AS own) AS own
  CROSS JOIN LATERAL (SELECT least(own, CASE WHEN reference.name IS NULL THEN 1
    ELSE holding(reference.valid_from, reference.valid_by, reference.valid_to, day) END) AS known) AS known
  CROSS JOIN LATERAL (SELECT relation IN ('referencedTo', 'comparedTo', 'atLevel', 'declaredEquivalent',
    'precedent', 'evaluatedAs', 'belowScale', 'noneAgreed', 'notReferenced', 'notUsable')
    AS has_days) AS has_days
  CROSS JOIN LATERAL (SELECT
    CASE WHEN version.name IS NULL THEN 1
      ELSE holding(version.valid_from, version.valid_by, NULL, day) END AS version_begun,
    CASE WHEN coalesce(first_day(document.date), today) <= day THEN 1 ELSE 0 END AS stated) AS since
  CROSS JOIN LATERAL (SELECT CASE
    WHEN link.date IS NOT NULL THEN holding(link.date, NULL, NULL, day)
    WHEN version.name IS NOT NULL AND (version_begun < 1 OR version.valid_to IS NOT NULL) THEN version_begun
    ELSE stated END AS begun) AS begun
  WITH NO DATA;

-- The levels at which a concept is in its own framework; a level is at itself.
CREATE MATERIALIZED VIEW at_level AS
  WITH held AS (
    SELECT DISTINCT ON (concept.id, link.object) concept.id AS concept, link.object AS level,
      CASE
        WHEN coalesce(concept.valid_from, concept.valid_by) IS NOT NULL
          AND coalesce(original.valid_from, original.valid_by) IS NULL
        THEN least(link.span, holding(concept.valid_from, concept.valid_by, NULL, day))
        ELSE link.holding END AS holding
    FROM concept CROSS JOIN question
    JOIN link_on_day AS link ON link.subject = concept.id AND link.relation = 'atLevel'
    JOIN link AS original ON original.id = link.id
    WHERE concept.kind = 'qualification'
    ORDER BY concept.id, link.object, 3 DESC
  )
  SELECT concept, level, holding FROM held
  WHERE holding = 1 OR holding = 0
    AND NOT EXISTS (SELECT FROM held AS other WHERE other.concept = held.concept AND other.holding = 1)
  UNION ALL
  SELECT id, id, 1 FROM concept WHERE kind = 'level'
  WITH NO DATA;

-- What one concept's own links come to in each reference framework: levels, a null, a conflict of sources, levels
-- that are only compared with it, or that it is not known what held then. Nulls by gravity, the gravest highest.
CREATE MATERIALIZED VIEW own_placement AS
  WITH gravity (relation, gravity) AS (
    VALUES ('notUsable', 4), ('noneAgreed', 3), ('belowScale', 2), ('notReferenced', 1)
  ), counted AS (
    SELECT link.*, gravity, bool_or(holding = 1) OVER (PARTITION BY subject, reference) AS is_known
    FROM link_on_day AS link LEFT JOIN gravity USING (relation)
    WHERE reference IS NOT NULL AND NOT EXISTS (SELECT FROM reference AS own WHERE own.name = framework(subject))
      AND (relation IN ('referencedTo', 'comparedTo') OR gravity IS NOT NULL)
      AND (holding = 1 OR holding = 0 AND relation <> 'comparedTo')
  ), said AS (
    -- Each source with all that it says; sources agree if they say the same.
    SELECT subject, reference, coalesce(source, '') AS source,
      array_agg(DISTINCT relation || ' ' || object ORDER BY relation || ' ' || object) AS view,
      bool_or(gravity IS NOT NULL) AS has_null, bool_and(gravity IS NOT NULL) AS is_null,
      max(gravity) AS gravity,
      array_agg(DISTINCT object COLLATE "C" ORDER BY object COLLATE "C") AS objects
    FROM counted WHERE holding = 1 AND relation <> 'comparedTo' GROUP BY 1, 2, 3
  ), bound AS (
    SELECT subject, reference,
      CASE WHEN count(DISTINCT view) > 1 OR bool_or(has_null AND NOT is_null) THEN 'conflict'
        WHEN bool_or(has_null) THEN 'null' ELSE 'levels' END AS status,
      max(gravity) AS gravity, min(objects) AS levels
    FROM said GROUP BY 1, 2
  ), compared AS (
    SELECT subject, reference, 'compared' AS status, 0 AS gravity,
      array_agg(DISTINCT object COLLATE "C" ORDER BY object COLLATE "C") AS levels
    FROM counted WHERE holding = 1 AND relation = 'comparedTo' GROUP BY 1, 2
  )
  SELECT subject AS concept, reference, status,
    CASE status WHEN 'conflict' THEN 5 WHEN 'null' THEN gravity ELSE 0 END AS gravity,
    CASE WHEN status = 'levels' THEN levels ELSE '{}' END AS levels
  FROM bound
  UNION ALL
  SELECT * FROM compared
  WHERE NOT EXISTS (SELECT FROM bound WHERE (bound.subject, bound.reference) = (compared.subject, compared.reference))
  UNION ALL
  SELECT DISTINCT subject, reference, 'not-known-then', 0, '{}'::text[] FROM counted WHERE NOT is_known
  UNION ALL
  SELECT concept.id, publication, 'levels', 0, ARRAY[concept.id]
  FROM concept JOIN reference ON reference.name = publication
  WITH NO DATA;

-- Where each level and qualification is in each reference framework. A qualification may be placed on its own; if
-- that differs from what its level is linked to, the sources are in conflict.
CREATE MATERIALIZED VIEW placement AS
  WITH reached AS (
    SELECT DISTINCT at_level.concept, reference,
      CASE WHEN at_level.holding = 0 AND status IN ('levels', 'null', 'conflict') THEN 'not-known-then'
        ELSE status END AS status,
      CASE WHEN at_level.holding = 0 AND status <> 'compared' THEN 0 ELSE gravity END AS gravity,
      CASE WHEN at_level.holding = 0 AND status <> 'compared' THEN '{}' ELSE levels END AS levels
    FROM at_level JOIN own_placement AS own ON own.concept = at_level.level
    WHERE at_level.holding = 1 OR status IN ('levels', 'null', 'conflict')
  ), summed AS (
    SELECT concept, reference, count(*) AS ways, min(status) AS status, min(gravity) AS gravity,
      bool_or(status = 'not-known-then') AS is_open,
      count(*) FILTER (WHERE status IN ('levels', 'null', 'conflict')) AS firm,
      bool_and(status = 'levels') FILTER (WHERE status IN ('levels', 'null', 'conflict')) AS all_levels,
      min(status) FILTER (WHERE status IN ('levels', 'null', 'conflict')) AS firm_status,
      max(gravity) FILTER (WHERE status IN ('levels', 'null', 'conflict')) AS firm_gravity
    FROM reached GROUP BY 1, 2
  ), spanned AS (
    SELECT concept, reference,
      CASE WHEN ways = 1 THEN status WHEN is_open THEN 'not-known-then' WHEN firm = 0 THEN 'compared'
        WHEN firm = 1 THEN firm_status WHEN all_levels THEN 'levels' ELSE 'conflict' END AS status,
      CASE WHEN ways = 1 THEN gravity WHEN is_open OR firm = 0 THEN 0 WHEN firm = 1 THEN firm_gravity
        WHEN all_levels THEN 0 ELSE 5 END AS gravity
    FROM summed
  ), own AS (
    SELECT own.*, own.status IN ('levels', 'null', 'conflict') AS is_firm
    FROM own_placement AS own JOIN concept ON concept.id = own.concept AND concept.kind = 'qualification'
  ), reached_levels AS (
    SELECT spanned.*, status IN ('levels', 'null', 'conflict') AS is_firm,
      coalesce((SELECT array_agg(DISTINCT level COLLATE "C" ORDER BY level COLLATE "C")
        FROM reached, unnest(reached.levels) AS level
        WHERE (reached.concept, reached.reference, reached.status)
          = (spanned.concept, spanned.reference, spanned.status)), '{}') AS levels
    FROM spanned
  )
  SELECT concept, reference, chosen.status, chosen.gravity, chosen.levels
  FROM reached_levels AS by_level FULL JOIN own USING (concept, reference)
  CROSS JOIN LATERAL (
    SELECT * FROM (VALUES
      ('own', own.status, own.gravity, own.levels),
      ('level', by_level.status, by_level.gravity, by_level.levels),
      ('both', CASE WHEN own.is_firm THEN 'conflict' ELSE 'compared' END,
        CASE WHEN own.is_firm THEN 5 ELSE 0 END,
        CASE WHEN own.is_firm THEN '{}' ELSE ARRAY(
          SELECT DISTINCT level COLLATE "C" FROM unnest(own.levels || by_level.levels) AS level ORDER BY 1) END)
    ) AS way (name, status, gravity, levels)
    WHERE name = CASE
      WHEN own.status IS NULL THEN 'level'
      WHEN by_level.status IS NULL THEN 'own'
      WHEN own.status = 'not-known-then' AND by_level.is_firm THEN 'level'
      WHEN by_level.status = 'not-known-then' THEN 'own'
      WHEN (own.status, own.gravity, own.levels) = (by_level.status, by_level.gravity, by_level.levels) THEN 'own'
      WHEN own.is_firm <> by_level.is_firm THEN CASE WHEN own.is_firm THEN 'own' ELSE 'level' END
      ELSE 'both' END
  ) AS chosen
  WITH NO DATA;

CREATE UNIQUE INDEX ON placement (concept, reference);
CREATE INDEX ON placement (reference) WHERE status = 'levels';
CREATE INDEX ON at_level (concept);
CREATE INDEX ON at_level (level);
CREATE INDEX ON own_placement (concept);
CREATE INDEX ON link_on_day (subject, object);
CREATE INDEX ON link_on_day (object);

COMMENT ON MATERIALIZED VIEW placement IS
  'Where each level and qualification is in each reference framework, as of the day of the question.';

-- The names that a statement may call a concept by: itself, its levels, its framework.
CREATE VIEW called AS
  SELECT id AS concept, id AS name FROM concept
  UNION SELECT concept, level FROM at_level
  UNION SELECT id, framework(id) FROM concept;

-- Two concepts, compared: SELECT * FROM passerelle.compare('ie-nqf:8', 'de-nqf:6').
CREATE OR REPLACE FUNCTION compare(first text, second text)
RETURNS TABLE (finding text, reference text, first_status text, first_levels text[],
  second_status text, second_levels text[])
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 SET search_path = passerelle AS $$
  WITH hub AS (
    -- The framework that both are linked to by more than a comparison; else the one in which most is said.
    SELECT reference FROM placement WHERE concept IN (first, second)
    GROUP BY reference
    ORDER BY count(*) FILTER (WHERE status IN ('levels', 'null', 'conflict')) DESC,
      CASE WHEN count(*) FILTER (WHERE status IN ('levels', 'null', 'conflict')) = 2 THEN 0
        ELSE max(gravity) * 10 + count(*) END DESC,
      reference COLLATE "C"
    LIMIT 1
  ), side AS (
    SELECT (SELECT reference FROM hub) AS reference,
      coalesce(a.status, 'unknown') AS a, coalesce(b.status, 'unknown') AS b,
      greatest(a.gravity, b.gravity) AS gravity,
      coalesce(a.levels, '{}') AS a_levels, coalesce(b.levels, '{}') AS b_levels
    FROM (SELECT) AS one
    LEFT JOIN placement AS a ON a.concept = first AND a.reference = (SELECT reference FROM hub)
    LEFT JOIN placement AS b ON b.concept = second AND b.reference = (SELECT reference FROM hub)
  ), stated AS (
    SELECT link.* FROM called AS one
    JOIN link_on_day AS link ON link.subject = one.name
    JOIN called AS other ON other.name = link.object
    WHERE (one.concept, other.concept) IN ((first, second), (second, first)) AND link.holding >= 0
      AND relation IN ('declaredEquivalent', 'notUsable', 'noneAgreed')
  ), direct AS (
    -- What is declared one way says nothing of the other.
    SELECT count(*) FILTER (WHERE is_declared AND holding = 1) > 0 AS declares,
      count(*) FILTER (WHERE is_declared AND holding = 0) > 0 AS may_declare,
      count(*) FILTER (WHERE relation = 'notUsable' AND holding = 1) > 0 AS not_usable,
      count(*) FILTER (WHERE relation = 'noneAgreed' AND holding = 1) > 0 AS none_agreed
    FROM (SELECT *, relation = 'declaredEquivalent' AND (subject, object) = (first, second) AS is_declared
      FROM stated) AS stated
  ), span AS (
    SELECT max(position) - min(position) AS span, count(*) AS levels
    FROM side, unnest(a_levels || b_levels) AS level LEFT JOIN concept ON concept.id = level
  ), found AS (
    SELECT CASE
      WHEN declares THEN 'declared-equivalent'
      WHEN not_usable THEN 'not-usable'
      WHEN none_agreed THEN 'none-agreed'
      WHEN 'conflict' IN (a, b) THEN 'conflict'
      WHEN gravity > 0 THEN (ARRAY['no-official-link', 'below-scale', 'none-agreed', 'not-usable'])[gravity]
      WHEN 'not-known-then' IN (a, b) THEN CASE
        WHEN a IN ('compared', 'unknown') OR b IN ('compared', 'unknown') THEN 'no-official-link'
        ELSE 'not-known-then' END
      WHEN NOT (a = 'levels' AND b = 'levels') THEN 'no-official-link'
      WHEN levels > 2 THEN 'ambiguous'
      WHEN span = 0 THEN 'same-reference-level'
      WHEN span = 1 THEN 'adjacent'
      WHEN span > 1 THEN 'different'
      ELSE 'no-official-link' END AS finding, may_declare
    FROM side, direct, span
  )
  SELECT CASE WHEN found.finding = 'no-official-link' AND may_declare THEN 'not-known-then' ELSE found.finding END,
    side.reference, a, a_levels, b, b_levels
  FROM side, found
$$;

-- What is at a concept's reference level in each other framework; where nothing is, what is at the levels next
-- to it. It holds no mappings between classifications, and no successors of old levels.
CREATE VIEW equivalent AS
  WITH step AS (
    -- The reference levels that a concept reaches, and their neighbours.
    SELECT placement.concept, placement.reference, cardinality(levels) AS spans, near.id AS level,
      min(abs(near.position - own.position)) AS distance
    FROM placement, unnest(levels) AS reached
    JOIN concept AS own ON own.id = reached
    JOIN concept AS near ON near.publication = own.publication AND abs(near.position - own.position) <= 1
    WHERE placement.status = 'levels'
    GROUP BY 1, 2, 3, 4
  ), found AS (
    SELECT step.*, link.subject AS equivalent, framework(link.subject) AS framework,
      min(distance) OVER (PARTITION BY step.concept, step.reference, framework(link.subject)) AS nearest
    FROM step
    JOIN link_on_day AS link ON link.object = step.level AND link.relation = 'referencedTo' AND link.holding = 1
    JOIN concept AS other ON other.id = link.subject
    UNION ALL
    -- In the reference framework itself, the level is the answer.
    SELECT *, level, reference, 0 FROM step WHERE distance = 0
  )
  SELECT DISTINCT ON (found.concept, equivalent) found.concept, found.framework, equivalent,
    CASE
      WHEN spans > 1 OR cardinality(there.levels) > 1 THEN 'ambiguous'
      WHEN there.status IS DISTINCT FROM 'levels' THEN 'conflict'
      WHEN distance = 0 THEN 'same-reference-level'
      ELSE 'adjacent' END AS finding,
    distance, level AS reference_level
  FROM found
  LEFT JOIN own_placement AS there ON there.concept = equivalent AND there.reference = found.reference
  WHERE distance = nearest AND equivalent <> found.concept
    AND NOT EXISTS (
      SELECT FROM at_level WHERE at_level.concept = found.concept AND at_level.level = equivalent
        AND (SELECT count(*) FROM at_level AS all_levels WHERE all_levels.concept = found.concept) = 1
        AND at_level.holding = 1)
  ORDER BY found.concept, equivalent, found.reference COLLATE "C", distance, level COLLATE "C";

-- Asks as of another day: what the views are made of is made again.
CREATE OR REPLACE FUNCTION ask(asked date) RETURNS void LANGUAGE plpgsql
SET search_path = passerelle AS $$
BEGIN
  UPDATE question SET day = asked, today = current_date;
  REFRESH MATERIALIZED VIEW link_on_day;
  REFRESH MATERIALIZED VIEW at_level;
  REFRESH MATERIALIZED VIEW own_placement;
  REFRESH MATERIALIZED VIEW placement;
  ANALYZE link_on_day; ANALYZE at_level; ANALYZE own_placement; ANALYZE placement;
END $$;

SELECT ask(current_date);
COMMIT;
