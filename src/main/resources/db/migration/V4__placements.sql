-- Where the words of every claim stand in every revision, and how they came there. A new revision places every claim anew.

alter table claim add column placement text not null default 'PLACED' check (placement in ('PLACED', 'MOVED', 'REWORDED', 'ORPHANED'));
alter table claim alter column placement drop default;
comment on column claim.placement is 'How its words stand in the revision that stands; ORPHANED: nowhere, its words and revision are the last it had.';
create index claim_orphaned on claim (article_id) where placement = 'ORPHANED' and dropped_at is null;

create sequence placement_seq increment by 50;
create table placement (
    id       bigint primary key default nextval('placement_seq'),
    claim_id bigint not null references claim,
    revision integer not null,
    how      text not null check (how in ('PLACED', 'MOVED', 'REWORDED', 'ORPHANED')),
    exact    text,
    start_at integer,
    end_at   integer,
    entry_id bigint not null references entry,
    check ((how = 'ORPHANED') = (exact is null) and (exact is null) = (start_at is null) and (exact is null) = (end_at is null)),
    check (start_at >= 0 and end_at > start_at)
);
comment on table placement is 'One row for each time a claim was placed, the last one of a claim being how it stands.';
create index placement_of_claim on placement (claim_id, id desc);
insert into placement (claim_id, revision, how, exact, start_at, end_at, entry_id)
    select c.id, c.revision, 'PLACED', c.exact, c.start_at, c.end_at, e.id
      from claim c join entry e on e.claim_id = c.id and e.claim_version = 0 order by c.id;

create trigger placement_append_only before update or delete on placement for each row execute function refuse_change();
create trigger placement_no_truncate before truncate on placement for each statement execute function refuse_change();

-- A claim is placed on words that stand there, and on other words than its own only by rewording it.
create function placement_on_its_words() returns trigger language plpgsql as $$
declare
    before text;
    there text;
begin
    if not exists (select from entry e where e.id = new.entry_id and e.claim_id = new.claim_id) then
        raise exception 'a placement of claim % has an entry about that claim', new.claim_id using errcode = 'integrity_constraint_violation';
    end if;
    select substr(r.text, new.start_at + 1, new.end_at - new.start_at) into there
      from revision r join claim c on c.article_id = r.article_id where c.id = new.claim_id and r.number = new.revision;
    if not found then
        raise exception 'the article of claim % has no revision %', new.claim_id, new.revision using errcode = 'integrity_constraint_violation';
    end if;
    if new.how = 'ORPHANED' then
        return new;
    end if;
    if there <> new.exact then
        raise exception 'the words of claim % do not stand there in revision %', new.claim_id, new.revision using errcode = 'check_violation';
    end if;
    select p.exact into before from placement p where p.claim_id = new.claim_id and p.exact is not null order by p.id desc limit 1;
    if found and (before <> new.exact) <> (new.how = 'REWORDED') then
        raise exception 'claim % is % on words that are not its own', new.claim_id, new.how using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger placement_on_its_words before insert on placement for each row execute function placement_on_its_words();

-- A claim stands where it was last placed.
create function claim_is_placed() returns trigger language plpgsql as $$
declare
    last record;
begin
    select p.how, p.revision, p.exact, p.start_at, p.end_at into last
      from placement p where p.claim_id = new.id order by p.id desc limit 1;
    if not found or last.how <> new.placement
        or (new.placement <> 'ORPHANED' and (last.revision, last.exact, last.start_at, last.end_at)
            is distinct from (new.revision, new.exact, new.start_at, new.end_at)) then
        raise exception 'claim % does not stand where it was last placed', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger claim_is_placed after insert or update on claim
    deferrable initially deferred for each row execute function claim_is_placed();

-- A verdict is on the words it was given on: while it stands, the claim keeps them.
create function claim_keeps_verified_words() returns trigger language plpgsql as $$
begin
    if new.verdict_id is not null and old.verdict_id is not distinct from new.verdict_id and new.exact <> old.exact then
        raise exception 'claim % is verified on other words', new.id using errcode = 'check_violation';
    end if;
    if new.verdict_id is not null and old.verdict_id is distinct from new.verdict_id and new.placement = 'ORPHANED' then
        raise exception 'claim % has no words in the article to be verified on', new.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger claim_keeps_verified_words before update on claim for each row execute function claim_keeps_verified_words();

-- Revisions follow each other.
create function article_goes_forward() returns trigger language plpgsql as $$
begin
    if new.revision not in (old.revision, old.revision + 1) or new.id <> old.id or new.filed_by <> old.filed_by or new.filed_at <> old.filed_at then
        raise exception 'article % goes from one revision to the next', old.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger article_goes_forward before update on article for each row execute function article_goes_forward();

insert into claim_transition values
    ('ASSIGNED', 'PLACE', 'ASSIGNED'), ('SOURCED', 'PLACE', 'SOURCED'), ('DISPUTED', 'PLACE', 'DISPUTED'), ('VERIFIED', 'PLACE', 'VERIFIED'),
    ('ASSIGNED', 'REWORD', 'ASSIGNED'), ('SOURCED', 'REWORD', 'SOURCED'), ('DISPUTED', 'REWORD', 'DISPUTED'),
    ('ASSIGNED', 'ORPHAN', 'ASSIGNED'), ('SOURCED', 'ORPHAN', 'SOURCED'), ('DISPUTED', 'ORPHAN', 'DISPUTED'), ('VERIFIED', 'ORPHAN', 'VERIFIED'),
    ('ASSIGNED', 'REATTACH', 'ASSIGNED'), ('SOURCED', 'REATTACH', 'SOURCED'), ('DISPUTED', 'REATTACH', 'DISPUTED'), ('VERIFIED', 'REATTACH', 'VERIFIED');

-- What a person has said of a sentence goes on in a new revision while its words are the same.
alter table sentence add column carried_from bigint references sentence;
comment on column sentence.carried_from is 'The sentence of the revision before whose disposition was taken over when this one was filed.';
create or replace function sentence_has_its_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.carried_from is null and (new.disposition <> 'UNREVIEWED' or new.entry_id is not null) then
            raise exception 'a sentence begins UNREVIEWED' using errcode = 'check_violation';
        end if;
        if new.carried_from is not null and not exists (
                select from sentence s
                  join revision o on o.article_id = s.article_id and o.number = s.revision
                  join revision n on n.article_id = new.article_id and n.number = new.revision
                  join entry e on e.id = new.entry_id and e.article_id = new.article_id and e.act = 'FILE'
                 where s.id = new.carried_from and s.article_id = new.article_id and s.revision = new.revision - 1
                   and s.disposition = new.disposition
                   and substr(o.text, s.start_at + 1, s.end_at - s.start_at) = substr(n.text, new.start_at + 1, new.end_at - new.start_at)) then
            raise exception 'a sentence takes over what was said of the same words before' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if (to_jsonb(new) - 'disposition' - 'entry_id' - 'version') <> (to_jsonb(old) - 'disposition' - 'entry_id' - 'version') then
        raise exception 'a sentence is never moved' using errcode = 'restrict_violation';
    end if;
    if new.version <> old.version + 1 or new.entry_id is null or new.entry_id <= coalesce(old.entry_id, 0)
        or not exists (select from entry e where e.id = new.entry_id and e.article_id = new.article_id and e.act = 'ACCOUNT') then
        raise exception 'sentence % of article % is called something without an entry of its own', new.number, new.article_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

grant select, insert on placement to ${service};
grant usage, select on sequence placement_seq to ${service};
