-- The system that publishes marks what it has put out, and finds a gate by the address that it knows the article by.

alter table publication drop constraint publication_role_check;
alter table publication add constraint publication_role_check check (role in ('PUBLISHER', 'EDITOR', 'STANDARDS'));
create index article_by_address on article using hash (address);

-- A verdict that was disputed after publication and given anew with another rating is told like one that was overturned.
create function rated_otherwise(given bigint) returns boolean language sql stable as $$
    select exists (select from verdict v join lateral (
            select x.ended, x.rating from verdict x where x.claim_id = v.claim_id and x.id <> v.id and x.given_at <= v.given_at
             order by x.given_at desc, x.id desc limit 1) before on true
         where v.id = given and before.ended = 'DISPUTED' and before.rating <> v.rating)
$$;
comment on function rated_otherwise is 'Whether a verdict that followed a disputed one has another rating than that.';

alter table case_cause drop constraint case_cause_kind_check;
alter table case_cause add constraint case_cause_kind_check check (kind in ('OVERTURNED', 'RERATED', 'REWORDED', 'CHANGED', 'GONE'));
comment on column case_cause.entry_id is 'The act that it was: OVERTURN, VERIFY, REWORD or CAPTURE.';

create or replace function cause_is_an_act() returns trigger language plpgsql as $$
declare
    its bigint := (select k.claim_id from correction_case k where k.id = new.case_id);
begin
    if not exists (select from entry e where e.id = new.entry_id and case new.kind
            when 'OVERTURNED' then e.act = 'OVERTURN' and e.claim_id = new.claim_id
            when 'RERATED' then e.act = 'VERIFY' and e.claim_id = new.claim_id
                and rated_otherwise((e.body::jsonb #>> '{facts,verdict}')::bigint)
            when 'REWORDED' then e.act = 'REWORD' and e.claim_id = new.claim_id
            else e.act = 'CAPTURE' and (e.body::jsonb #>> '{facts,claim}')::bigint = new.claim_id
                and (e.body::jsonb #>> '{facts,evidence}')::bigint = new.evidence_id
                and e.body::jsonb #>> '{facts,fate}' = new.kind end) then
        raise exception 'cause % is no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if its <> new.claim_id and not exists (
        with recursive linked (id) as (
            select its
            union
            select case when m.claim_id = l.id then m.other_id else m.claim_id end
              from linked l join claim_match m on l.id in (m.claim_id, m.other_id) and m.same and m.ended_at is null)
        select from linked where id = new.claim_id) then
        raise exception 'cause % is of another claim', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create function other_rating_has_its_case() returns trigger language plpgsql as $$
begin
    if exists (select from publication p where p.article_id = new.article_id)
        and rated_otherwise((new.body::jsonb #>> '{facts,verdict}')::bigint)
        and not exists (select from case_cause x where x.entry_id = new.id and x.claim_id = new.claim_id) then
        raise exception 'entry % needs a correction case', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger other_rating_has_its_case after insert on entry deferrable initially deferred
    for each row when (new.act = 'VERIFY') execute function other_rating_has_its_case();
