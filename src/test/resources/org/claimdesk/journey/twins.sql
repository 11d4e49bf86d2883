-- Two claims of an article, again on each of its other sentences: rows of the same tables, with ids of their own, and
-- entries whose bodies are rewritten where they name ids, places or the words of the article. What else was written keeps
-- its salt, so its commitment still holds.
create temporary table twin on commit drop as
    -- In blocks, as finding a place in all of a long text takes a while each time.
    with block as materialized (
        select c.article_id, r.number as revision, b as number, greatest(b * 1000 - 32, 0) as at,
               substr(r.text, greatest(b * 1000 - 32, 0) + 1, 4000) as text
          from claim c join revision r on r.article_id = c.article_id and r.number = c.revision,
               generate_series(0, length(r.text) / 1000) b
         where c.id = current_setting('twins.first')::bigint)
    select nextval('claim_seq') as id,
           current_setting(case s.number % current_setting('twins.every')::integer when 0 then 'twins.second' else 'twins.first' end)::bigint as of,
           s.start_at, s.end_at, substr(b.text, s.start_at - b.at + 1, s.end_at - s.start_at) as exact,
           substr(b.text, greatest(s.start_at - b.at - 31, 1), least(s.start_at - b.at, 32)) as prefix,
           substr(b.text, s.end_at - b.at + 1, 32) as suffix
      from sentence s join block b on s.article_id = b.article_id and s.revision = b.revision and s.start_at / 1000 = b.number
     where not exists (select from claim c where c.article_id = s.article_id and c.start_at = s.start_at)
     order by s.number;
create temporary table piece_twin on commit drop as
    select nextval('evidence_seq') as id, e.id as of, t.id as claim from twin t join evidence e on e.claim_id = t.of order by t.id, e.id;
create temporary table verdict_twin on commit drop as
    select nextval('verdict_seq') as id, v.id as of, t.id as claim from twin t join verdict v on v.claim_id = t.of order by t.id, v.id;
create temporary table entry_twin on commit drop as
    select nextval('entry_seq') as id, e.id as of, t.id as claim from twin t join entry e on e.claim_id = t.of order by e.claim_version, t.id;
create index on piece_twin (claim);
create index on entry_twin (claim);
analyze twin, piece_twin, verdict_twin, entry_twin;

insert into claim
    select (jsonb_populate_record(c, jsonb_build_object('id', t.id, 'exact', t.exact, 'prefix', t.prefix, 'suffix', t.suffix,
                'start_at', t.start_at, 'end_at', t.end_at, 'verdict_id', v.id))).*
      from twin t join claim c on c.id = t.of left join verdict_twin v on v.claim = t.id;
insert into sourcing select t.id, s.person_id from twin t join sourcing s on s.claim_id = t.of;
insert into evidence
    select (jsonb_populate_record(e, jsonb_build_object('id', p.id, 'claim_id', p.claim))).*
      from piece_twin p join evidence e on e.id = p.of;
insert into verdict
    select (jsonb_populate_record(v, jsonb_build_object('id', n.id, 'claim_id', t.id, 'words', t.exact,
                'evidence', (select jsonb_agg(p.id order by p.of) from piece_twin p where p.claim = t.id and p.of = any(v.evidence))))).*
      from verdict_twin n join verdict v on v.id = n.of join twin t on t.id = n.claim;
insert into capture
    select (jsonb_populate_record(c, jsonb_build_object('id', nextval('capture_seq'), 'evidence_id', p.id, 'asked_entry', e.id))).*
      from piece_twin p join capture c on c.evidence_id = p.of join entry_twin e on e.claim = p.claim and e.of = c.asked_entry;

insert into disclosure
    select n.id, case when d.texts -> 'exact' is not null then jsonb_set(d.texts, '{exact,text}', to_jsonb(t.exact))
                      when d.texts -> 'words' is not null then jsonb_set(d.texts, '{words,text}', to_jsonb(t.exact))
                      else d.texts end
      from entry_twin n join disclosure d on d.entry_id = n.of join twin t on t.id = n.claim;
insert into entry
    select (jsonb_populate_record(e, jsonb_build_object('id', n.id, 'claim_id', n.claim, 'body', b.body))).*
      from entry_twin n
      join entry e on e.id = n.of
      join twin t on t.id = n.claim
      left join verdict_twin v on v.claim = n.claim
      left join piece_twin p on p.claim = n.claim and p.of::text = e.body::jsonb #>> '{facts,evidence}'
      left join lateral (
        select string_agg(q.id::text, ',' order by q.of) as ids from piece_twin q where q.claim = n.claim) pieces on true
      left join lateral (
        select x.key, encode(sha256(decode(x.value ->> 'salt', 'base64') || convert_to(t.exact, 'UTF8')), 'base64') as hash
          from disclosure d, jsonb_each(d.texts) x where d.entry_id = n.of and x.key in ('exact', 'words')) words on true
     cross join lateral (select regexp_replace(e.body, '"claim":\d+', '"claim":' || n.claim) as body) b1
     cross join lateral (select regexp_replace(b1.body, '"evidence":\d+', '"evidence":' || coalesce(p.id, 0)) as body) b2
     cross join lateral (select regexp_replace(b2.body, '"evidence":\[[^]]*\]', '"evidence":[' || coalesce(pieces.ids, '') || ']') as body) b3
     cross join lateral (select regexp_replace(b3.body, '"verdict":\d+', '"verdict":' || coalesce(v.id, 0)) as body) b4
     cross join lateral (select case e.act when 'MARK' then regexp_replace(regexp_replace(b4.body,
                '"start":\d+', '"start":' || t.start_at), '"end":\d+', '"end":' || t.end_at) else b4.body end as body) b5
     cross join lateral (select case when words.key is null then b5.body else regexp_replace(b5.body,
                '"' || words.key || '":"[^"]*"', '"' || words.key || '":"' || words.hash || '"') end as body) b;
insert into placement
    select (jsonb_populate_record(p, jsonb_build_object('id', nextval('placement_seq'), 'claim_id', t.id, 'exact', t.exact,
                'start_at', t.start_at, 'end_at', t.end_at, 'entry_id', n.id))).*
      from twin t join placement p on p.claim_id = t.of join entry_twin n on n.claim = t.id and n.of = p.entry_id;
insert into unsequenced select id from entry_twin order by id;
