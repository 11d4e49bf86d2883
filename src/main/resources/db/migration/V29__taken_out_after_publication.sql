-- What is taken out of an article after it was published is told to the standards desk: words that a new revision has no more, and
-- claims that are dropped while their words stand there.

create function taken_out(told bigint, of_release bigint) returns boolean language sql stable as $$
    select exists (select from entry e cross join lateral (
                select p.exact from placement p where p.claim_id = e.claim_id and p.entry_id < e.id order by p.id desc limit 1) before
         where e.id = told and e.act in ('ORPHAN', 'DROP') and before.exact is not null
           and exists (select from release r join placement p on p.revision = r.revision and p.entry_id < r.entry_id
                where r.id = of_release and p.claim_id = e.claim_id and p.exact is not null))
$$;
comment on function taken_out is 'Whether an act took away a claim that was released, and whose words stood until this act.';

alter table case_cause drop constraint case_cause_kind_check;
alter table case_cause add constraint case_cause_kind_check
    check (kind in ('OVERTURNED', 'RERATED', 'REWORDED', 'CUT', 'DROPPED', 'CHANGED', 'GONE'));
comment on column case_cause.entry_id is 'The act that it was: OVERTURN, VERIFY, REWORD, ORPHAN, DROP or CAPTURE.';

-- As in V25. What is taken out of one article is nothing that came out about the same claim in others.
create or replace function cause_is_an_act() returns trigger language plpgsql as $$
declare
    its bigint := (select k.claim_id from correction_case k where k.id = new.case_id);
begin
    if not exists (select from entry e where e.id = new.entry_id and case
            when new.kind = 'OVERTURNED' then e.act = 'OVERTURN' and e.claim_id = new.claim_id
            when new.kind = 'RERATED' then e.act = 'VERIFY' and e.claim_id = new.claim_id
                and rated_otherwise((e.body::jsonb #>> '{facts,verdict}')::bigint)
            when new.kind = 'REWORDED' then e.act = 'REWORD' and e.claim_id = new.claim_id
            when new.kind in ('CUT', 'DROPPED') then e.act = case new.kind when 'CUT' then 'ORPHAN' else 'DROP' end
                and e.claim_id = new.claim_id and its = new.claim_id
                and exists (select from publication p where p.article_id = e.article_id and taken_out(e.id, p.release_id))
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

create function what_is_taken_out_has_its_case() returns trigger language plpgsql as $$
begin
    if exists (select from publication p where p.article_id = new.article_id and taken_out(new.id, p.release_id))
        and not exists (select from case_cause x where x.entry_id = new.id and x.claim_id = new.claim_id) then
        raise exception 'entry % needs a correction case', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger what_is_taken_out_has_its_case after insert on entry deferrable initially deferred
    for each row when (new.act in ('ORPHAN', 'DROP')) execute function what_is_taken_out_has_its_case();
