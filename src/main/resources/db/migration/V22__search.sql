-- Search: an index card for each claim, piece of evidence and article, with what it is found by (ADR 29).

-- As words are compared: without accents, and with a space for signs that some servers take for letters. No more of them than a
-- tsvector surely holds; some letters come apart into eighteen.
create function folded(words text) returns text language sql immutable as $$
    select left(regexp_replace(regexp_replace(normalize(left(words, 100000), nfkd), '[\u0300-\u036F]+', '', 'g'),
        '[\u00A0-\u00BF\u2000-\u206F\u3000-\u303F]+', ' ', 'g'), 100000)
$$;

create table index_card (
    kind     text not null check (kind in ('CLAIM', 'EVIDENCE', 'ARTICLE')),
    id       bigint not null,
    at       timestamptz not null,
    found_by tsvector not null,
    primary key (kind, id)
);
comment on table index_card is 'What a claim, a piece of evidence or an article is found by; made anew from it when it changes.';
comment on column index_card.found_by is 'Its words; beside them marks, which begin with a capital as no word does: state, desk, people, and the span of ids it is in.';

-- A search goes through the ids in spans from the newest on; a card is marked with those it is in, of each width.
create function spans(kind text, id bigint) returns text[] language sql immutable as $$
    select array[kind || '/4096/' || (id >> 12), kind || '/32768/' || (id >> 15), kind || '/262144/' || (id >> 18)]
$$;

-- State, desk and assignee are what most claims share and what is asked for together, so they are marks together too.
create view claim_card as
select 'CLAIM' as kind, c.id, c.marked_at as at, to_tsvector('english', folded(c.exact))
       || array_to_tsvector(spans('CLAIM', c.id) || array_remove(array['S=' || c.state, 'D=' || c.desk, 'A=' || c.assignee,
           'SD=' || c.state || ' ' || c.desk, 'SA=' || c.state || ' ' || c.assignee, 'DA=' || c.desk || ' ' || c.assignee,
           'SDA=' || c.state || ' ' || c.desk || ' ' || c.assignee,
           'K=' || c.risk, 'M=' || c.marked_by, 'V=' || c.verified_by, 'R=' || v.rating], null)) as found_by
  from claim c left join verdict v on v.id = c.verdict_id;

-- Words without a name, and without what has it in it, such as an address for letters.
create function unnamed(words tsvector, name tsvector) returns tsvector language sql immutable as $$
    select ts_delete(words, array(select w from unnest(tsvector_to_array(words)) w where exists (
        select from unnest(tsvector_to_array(name)) n where w = n or length(n) >= 4 and position(n in w) > 0)))
$$;

-- An interview is found by what its terms let be said of it, never by who it was with unless on the record; what is off the
-- record is not found at all. As in org.claimdesk.evidence.Sayable.
create view evidence_card as
select 'EVIDENCE' as kind, e.id, e.attached_at as at, case
           when e.attribution is null or e.attribution = 'ON_THE_RECORD' and not e.sealed then
               to_tsvector('english', folded(concat_ws(' ', e.title, e.locator, e.note, e.address, e.citation, e.file_name,
                   e.described, array_to_string(e.quotes, ' '), e.interviewee, e.function, e.organisation)))
           else unnamed(to_tsvector('english', folded(case when e.attribution = 'DEEP_BACKGROUND' then e.note
                   else concat_ws(' ', e.title, e.locator, e.note, e.described, array_to_string(e.quotes, ' ')) end)),
               to_tsvector('english', folded(concat_ws(' ', e.interviewee, e.function, e.organisation, e.file_name))))
           end || array_to_tsvector(spans('EVIDENCE', e.id) || array['E=' || e.kind, 'P=' || e.attached_by]) as found_by
  from evidence e where e.attribution is distinct from 'OFF_THE_RECORD';

create view article_card as
select 'ARTICLE' as kind, a.id, a.filed_at as at,
       to_tsvector('english', folded(concat_ws(' ', a.headline, a.byline, a.slug, r.text)))
       || array_to_tsvector(spans('ARTICLE', a.id) || ('D=' || a.desk)
           || array(select 'B=' || w.person_id from article_author w where w.article_id = a.id)) as found_by
  from article a join revision r on r.article_id = a.id and r.number = a.revision;

create function claim_has_its_card() returns trigger language plpgsql security definer
    set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    insert into index_card select * from claim_card where id = new.id
    on conflict (kind, id) do update set found_by = excluded.found_by;
    return null;
end $$;
-- At the end of the act, when all of it is there.
create constraint trigger claim_has_its_card after insert on claim
    deferrable initially deferred for each row execute function claim_has_its_card();
create constraint trigger claim_changes_its_card after update on claim deferrable initially deferred for each row
    when ((old.exact, old.state, old.desk, old.risk, old.assignee, old.verified_by, old.verdict_id)
        is distinct from (new.exact, new.state, new.desk, new.risk, new.assignee, new.verified_by, new.verdict_id))
    execute function claim_has_its_card();

create function evidence_has_its_card() returns trigger language plpgsql security definer
    set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    insert into index_card select * from evidence_card where id = new.id
    on conflict (kind, id) do update set found_by = excluded.found_by;
    return null;
end $$;
create constraint trigger evidence_has_its_card after insert on evidence
    deferrable initially deferred for each row execute function evidence_has_its_card();
-- Nothing of it changes but that it is withdrawn, which its card does not tell, or that a text of it is erased.
create constraint trigger evidence_changes_its_card after update on evidence deferrable initially deferred for each row
    when (old.withdrawn_at is not distinct from new.withdrawn_at) execute function evidence_has_its_card();

create function article_has_its_card() returns trigger language plpgsql security definer
    set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    insert into index_card select * from article_card where id = new.id
    on conflict (kind, id) do update set found_by = excluded.found_by;
    return null;
end $$;
create constraint trigger article_has_its_card after insert or update on article
    deferrable initially deferred for each row execute function article_has_its_card();

insert into index_card select * from claim_card union all select * from evidence_card union all select * from article_card;
-- Without the list of pending entries, which every search would read through.
create index index_card_found_by on index_card using gin (found_by) with (fastupdate = off);
create index index_card_by_time on index_card (kind, (id >> 12), at);

-- The ids of cards, newest first. Each span is one look into the index, whatever is asked, and the first that are enough end it:
-- common words find enough at once, rare ones pass quickly over spans that do not have them. A span is no more than eight times as
-- wide as what has been looked at before, so that few are found in it where few were. Where nothing is asked it is null.
create function cards(what text, asked tsquery, before bigint, since timestamptz, until timestamptz, without bigint[], most integer)
    returns setof bigint language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
    rest   integer := most;
    upto   bigint;
    start  bigint;
    width  bigint;
    looked bigint := 0;
    span   tsquery;
    card   bigint;
begin
    select c.id + 1 into upto from index_card c where c.kind = what and c.id < before order by c.id desc limit 1;
    while upto > 0 loop
        width := case when upto % 262144 = 0 and looked >= 32768 then 262144 when upto % 32768 = 0 and looked >= 4096 then 32768
            else 4096 end;
        start := (upto - 1) / width * width;
        if exists (select from index_card c where c.kind = what
                and c.id >> 12 = any (array(select generate_series(start >> 12, (upto - 1) >> 12))) and c.at >= since and c.at < until) then
            span := quote_literal(what || '/' || width || '/' || start / width);
            for card in
                -- Materialized, so that it is the index that is asked and never all cards from the newest on. The span is a
                -- condition of its own: so the index leaps to it, and does not go through what there is outside.
                with met as materialized (select c.id, c.at from index_card c
                    where c.found_by @@ span and c.found_by @@ coalesce(asked, span))
                select m.id from met m where m.id < before and m.at >= since and m.at < until and m.id <> all (without)
                 order by m.id desc limit rest
            loop
                return next card;
                rest := rest - 1;
            end loop;
            if rest = 0 then
                return;
            end if;
            looked := looked + upto - start;
        end if;
        upto := start;
    end loop;
end $$;

grant select on index_card to ${service};
