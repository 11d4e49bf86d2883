-- Audits: a draw commits to its list before its seed exists, and each verdict drawn is rated once more by somebody who does
-- not see the first rating (docs/audits.md, ADR 27).

-- A draw over a desk or the whole newsroom is on no article. What other migrations allow beside stays allowed.
do $$
declare
    allowed text;
begin
    select pg_get_expr(conbin, conrelid) into allowed from pg_constraint
     where conrelid = 'entry'::regclass and conname = 'entry_on_one_thing';
    execute format('alter table entry drop constraint entry_on_one_thing, add constraint entry_on_one_thing'
        ' check (act = ''DRAW'' and source_id is null or (%s))', allowed);
end $$;

create table draw (
    id              bigint primary key references entry deferrable initially deferred,
    article_id      bigint references article,
    desk            text,
    since           timestamptz not null,
    until           timestamptz not null,
    size            integer not null check (size between 1 and 1000),
    candidates      integer not null,
    list_digest     bytea not null check (length(list_digest) = 32),
    weights         jsonb not null,
    drawn_by        uuid not null references person,
    drawn_at        timestamptz not null,
    seed            bytea check (length(seed) = 32),
    checkpoint_size bigint references checkpoint,
    check (since < until),
    check (article_id is null or desk is null),
    check (size <= candidates),
    check ((seed is null) = (checkpoint_size is null))
);
comment on table draw is 'A sample of verdicts, by the id of the entry that commits to it.';
comment on column draw.list_digest is 'SHA-256 of the list it is drawn from, which the entry names.';
comment on column draw.seed is 'SHA-256 of the root of the first checkpoint over the entry, in base64, a colon and the id; null until that is signed.';
-- What was drawn is not drawn again, so one draw ends before the next begins.
create unique index draw_pending on draw ((true)) where seed is null;

create table draw_list (
    draw_id bigint primary key references draw deferrable initially deferred,
    text    text not null
);
comment on table draw_list is 'The verdicts a draw is from with their weights, byte for byte as it is published.';

create sequence audit_seq increment by 1;
create table audit (
    id            bigint primary key default nextval('audit_seq'),
    version       integer not null default 0,
    draw_id       bigint not null references draw,
    place         integer not null check (place >= 1),
    verdict_id    bigint not null unique references verdict,
    claim_id      bigint not null references claim,
    article_id    bigint not null references article,
    taken_by      uuid references person,
    taken_at      timestamptz,
    rating        text check (rating in ('ACCURATE', 'NEEDS_CONTEXT', 'MISLEADING', 'INACCURATE', 'UNSUPPORTED')),
    rationale     text check (rationale ~ '\S'),
    agrees        boolean,
    audited_at    timestamptz,
    audit_entry   bigint references entry deferrable initially deferred,
    outcome       text check (outcome in ('UPHELD', 'OVERTURNED', 'MOOT')),
    reason        text check (reason ~ '\S'),
    decided_by    uuid references person,
    decided_at    timestamptz,
    outcome_entry bigint references entry deferrable initially deferred,
    unique (draw_id, place),
    check ((taken_by is null) = (taken_at is null)),
    check (num_nonnulls(rating, rationale, agrees, audited_at, audit_entry) in (0, 5)),
    check (rating is null or taken_by is not null),
    check (num_nonnulls(outcome, reason, decided_by, decided_at, outcome_entry) in (0, 5)),
    -- A finding is what a disagreement opens.
    check (outcome is null or not agrees)
);
comment on table audit is 'A verdict that was drawn, and what somebody who did not see it rated the same claim.';
create index audit_of_claim on audit (claim_id);
create index audit_blind on audit (taken_by) where taken_by is not null and rating is null;
create index audit_free on audit (id) where rating is null;
create index audit_finding on audit (id) where not agrees and outcome is null;

-- A draw begins without a seed, by an entry of its own that commits to the list; it gets the one seed it can have.
create function draw_follows_its_entry() returns trigger language plpgsql as $$
declare
    placed bigint;
    signed record;
begin
    if tg_op = 'INSERT' then
        if new.seed is not null then
            raise exception 'a draw begins without a seed' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if old.seed is not null or new.seed is null or (to_jsonb(new) - 'seed' - 'checkpoint_size')
            <> (to_jsonb(old) - 'seed' - 'checkpoint_size') then
        raise exception 'a draw gets its seed once, and nothing else of it changes' using errcode = 'restrict_violation';
    end if;
    select idx into placed from leaf where entry_id = new.id;
    select c.size, c.root into signed from checkpoint c where c.size > placed order by c.size limit 1;
    if signed.size is distinct from new.checkpoint_size
            or new.seed is distinct from sha256(convert_to(encode(signed.root, 'base64') || ':' || new.id, 'UTF8')) then
        raise exception 'the seed of a draw is of the first checkpoint over its entry' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger draw_follows_its_entry before insert or update on draw for each row execute function draw_follows_its_entry();

create function draw_is_whole() returns trigger language plpgsql as $$
declare
    drawn integer;
begin
    if not exists (select from entry e where e.id = new.id and e.act = 'DRAW' and e.person_id = new.drawn_by
            and e.article_id is not distinct from new.article_id
            and e.body::jsonb #>> '{facts,candidatesSha256}' = encode(new.list_digest, 'hex'))
        or not exists (select from draw_list l where l.draw_id = new.id and sha256(convert_to(l.text, 'UTF8')) = new.list_digest) then
        raise exception 'draw % has no entry that commits to its list', new.id using errcode = 'integrity_constraint_violation';
    end if;
    select count(*) into drawn from audit a where a.draw_id = new.id and a.place <= new.size;
    if drawn <> (case when new.seed is null then 0 else new.size end) then
        raise exception 'draw % has % verdicts', new.id, drawn using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger draw_is_whole after insert or update on draw
    deferrable initially deferred for each row execute function draw_is_whole();

-- Who sourced or verified the claim, or wrote the article, neither audits nor decides; what was said stands.
create function audit_blind_and_once() returns trigger language plpgsql as $$
declare
    acting uuid;
    first text;
begin
    if tg_op = 'INSERT' then
        if new.taken_by is not null or new.rating is not null or new.outcome is not null or not exists (
                select from verdict v join claim c on c.id = v.claim_id
                 where v.id = new.verdict_id and c.id = new.claim_id and c.article_id = new.article_id)
            or exists (select from draw d where d.id = new.draw_id and (new.place > d.size or d.seed is null)) then
            raise exception 'an audit begins with a verdict that was drawn, and nobody has it' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if (new.id, new.draw_id, new.place, new.verdict_id, new.claim_id, new.article_id)
            is distinct from (old.id, old.draw_id, old.place, old.verdict_id, old.claim_id, old.article_id)
        or new.version <> old.version + 1
        or old.rating is not null and (new.taken_by, new.taken_at, new.rating, new.rationale, new.agrees, new.audited_at, new.audit_entry)
            is distinct from (old.taken_by, old.taken_at, old.rating, old.rationale, old.agrees, old.audited_at, old.audit_entry)
        or old.outcome is not null
        or old.taken_by <> new.taken_by
        or new.rating is not null and old.taken_by is null then
        raise exception 'an audit is taken, given once and decided once' using errcode = 'restrict_violation';
    end if;
    if new.rating is not null and old.rating is null then
        select v.rating into first from verdict v where v.id = new.verdict_id;
        if new.agrees is distinct from (first = new.rating) then
            raise exception 'an audit agrees where the ratings are the same' using errcode = 'check_violation';
        end if;
    end if;
    acting := case when new.outcome is not null then new.decided_by else new.taken_by end;
    if exists (select from sourcing s where s.claim_id = new.claim_id and s.person_id = acting)
        or exists (select from verdict v where v.claim_id = new.claim_id and v.given_by = acting)
        or exists (select from article_author w where w.article_id = new.article_id and w.person_id = acting) then
        raise exception 'who sourced or verified a claim, or wrote the article, does not audit it' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger audit_blind_and_once before insert or update on audit for each row execute function audit_blind_and_once();

-- No step of an audit without its entry.
create function audit_has_its_entry() returns trigger language plpgsql as $$
begin
    if new.audit_entry is not null and not exists (select from entry e where e.id = new.audit_entry and e.act = 'AUDIT'
            and e.article_id = new.article_id and e.person_id = new.taken_by
            and e.body::jsonb #>> '{facts,audit}' = new.id::text)
        or new.outcome is not null and not exists (select from entry e where e.id = new.outcome_entry
            and e.act = case new.outcome when 'OVERTURNED' then 'OVERTURN' else 'FINDING' end
            and e.article_id = new.article_id and e.person_id = new.decided_by
            and e.body::jsonb #>> '{facts,audit}' = new.id::text)
        or new.rating is null and not exists (select from entry e where e.article_id = new.article_id
            and e.act = case when new.taken_by is null then 'AUDIT_RETURN' else 'AUDIT_TAKE' end
            and (new.taken_by is null or e.person_id = new.taken_by)
            and e.body::jsonb #>> '{facts,audit}' = new.id::text) then
        raise exception 'audit % has no entry that tells of it', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger audit_has_its_entry after update on audit
    deferrable initially deferred for each row execute function audit_has_its_entry();

create trigger draw_no_delete before delete on draw for each row execute function refuse_change();
create trigger draw_no_truncate before truncate on draw for each statement execute function refuse_change();
create trigger draw_list_append_only before update or delete on draw_list for each row execute function refuse_change();
create trigger draw_list_no_truncate before truncate on draw_list for each statement execute function refuse_change();
create trigger audit_no_delete before delete on audit for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_change();

grant select, insert on draw, draw_list, audit to ${service};
grant update (seed, checkpoint_size) on draw to ${service};
grant update (version, taken_by, taken_at, rating, rationale, agrees, audited_at, audit_entry, outcome, reason, decided_by,
    decided_at, outcome_entry) on audit to ${service};
grant usage, select on sequence audit_seq to ${service};
