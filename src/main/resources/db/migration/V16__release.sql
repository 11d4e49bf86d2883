-- The release gate: what stands in the way of an article, what the standards desk waives, what is released and published,
-- and what publishing systems are told of it.

-- That words of the article give the context which a verdict asks for. It holds while these very words stand in the text.
create sequence context_seq increment by 1;
create table context_given (
    id         bigint primary key default nextval('context_seq'),
    article_id bigint not null references article,
    claim_id   bigint not null references claim,
    verdict_id bigint not null references verdict,
    revision   integer not null,
    exact      text not null check (exact ~ '\S' and length(exact) <= 2000),
    start_at   integer not null check (start_at >= 0),
    end_at     integer not null check (end_at > start_at),
    given_by   uuid not null references person,
    given_at   timestamptz not null,
    entry_id   bigint not null references entry deferrable initially deferred,
    foreign key (article_id, revision) references revision (article_id, number)
);
comment on table context_given is 'Somebody names the words of the article that give the context which a verdict NEEDS_CONTEXT asks for.';
create index context_of_verdict on context_given (verdict_id);
create index context_of_article on context_given (article_id, id);

-- What stands in the way, but for the rule of sources, which the service works out. Kinds are those of
-- org.claimdesk.standards.release.Kind; stood is the item as it is now: where that changes, it is another one.
create view gate_item as
select c.article_id, 'UNPLACED' as kind, c.id as claim_id, null::integer as sentence, null::bigint as evidence_id,
       c.version::text as stood
  from claim c where c.dropped_at is null and c.placement = 'ORPHANED'
union all
select c.article_id, 'DISPUTED', c.id, null, null, c.version::text
  from claim c where c.dropped_at is null and c.state = 'DISPUTED'
union all
select c.article_id, 'UNVERIFIED', c.id, null, null, c.version::text
  from claim c join article a on a.id = c.article_id left join verdict v on v.id = c.verdict_id
 where c.dropped_at is null and c.state <> 'DISPUTED'
   and (c.state <> 'VERIFIED' or v.words <> c.exact or c.placement <> 'ORPHANED' and c.revision <> a.revision)
union all
select c.article_id, 'RATING', c.id, null, null, c.version::text
  from claim c join verdict v on v.id = c.verdict_id
 where c.dropped_at is null and v.rating not in ('ACCURATE', 'NEEDS_CONTEXT')
union all
select c.article_id, 'CONTEXT', c.id, null, null, c.version::text
  from claim c join verdict v on v.id = c.verdict_id
 where c.dropped_at is null and v.rating = 'NEEDS_CONTEXT'
   and not exists (select from context_given g join article a on a.id = g.article_id
                     join revision r on r.article_id = a.id and r.number = a.revision
                    where g.verdict_id = v.id and position(g.exact in r.text) > 0)
union all
select c.article_id, 'ROT', c.id, null, e.id,
       c.version || ' ' || l.fate || coalesce(' ' || encode(coalesce(l.text_digest, l.digest), 'hex'), '')
  from claim c join watch w on w.claim_id = c.id join capture l on l.id = w.look_id join evidence e on e.id = w.evidence_id
 where c.dropped_at is null and w.open and l.fate in ('CHANGED', 'GONE') and e.withdrawn_at is null
union all
select s.article_id, 'UNACCOUNTED', null, s.number, null, s.revision::text
  from article a join sentence s on s.article_id = a.id and s.revision = a.revision
 where s.disposition = 'UNREVIEWED' and not exists (select from claim c
         where c.article_id = s.article_id and c.dropped_at is null and c.placement <> 'ORPHANED'
           and c.start_at < s.end_at and c.end_at > s.start_at);

-- What a release pins: the text that stands, and the claims as they are.
create view gate_pin as
select a.id as article_id, a.revision, r.digest,
       sha256(convert_to(coalesce((select string_agg(c.id || ' ' || c.version || E'\n', '' order by c.id)
                                     from claim c where c.article_id = a.id and c.dropped_at is null), ''), 'UTF8')) as claims
  from article a join revision r on r.article_id = a.id and r.number = a.revision;

create sequence waiver_seq increment by 1;
create table waiver (
    id              bigint primary key default nextval('waiver_seq'),
    article_id      bigint not null references article,
    kind            text not null check (kind ~ '^[A-Z_]+$'),
    claim_id        bigint references claim,
    sentence        integer,
    evidence_id     bigint references evidence,
    stood           text not null,
    reason          text not null check (reason ~ '\S'),
    waived_by       uuid not null references person,
    waived_at       timestamptz not null,
    expires_at      timestamptz not null,
    entry_id        bigint not null references entry deferrable initially deferred,
    withdrawn_by    uuid references person,
    withdrawn_at    timestamptz,
    withdraw_reason text check (withdraw_reason ~ '\S'),
    withdrawn_entry bigint references entry deferrable initially deferred,
    check (claim_id is not null or sentence is not null),
    check (num_nonnulls(withdrawn_by, withdrawn_at, withdraw_reason, withdrawn_entry) in (0, 4)),
    constraint waiver_ends check (expires_at > waived_at and expires_at <= waived_at + interval '366 days')
);
comment on table waiver is 'The standards desk lets one item of a gate pass, as it stands, with a reason, until a day.';
create index waiver_of_article on waiver (article_id, id);
create index waiver_by_end on waiver (expires_at) where withdrawn_at is null;

create sequence release_seq increment by 1;
create table release (
    id          bigint primary key default nextval('release_seq'),
    article_id  bigint not null references article,
    revision    integer not null,
    digest      bytea not null check (length(digest) = 32),
    claims      bytea not null check (length(claims) = 32),
    waivers     bigint[] not null,
    released_by uuid not null references person,
    role        text not null check (role in ('EDITOR', 'STANDARDS')),
    released_at timestamptz not null,
    entry_id    bigint not null references entry deferrable initially deferred,
    unique (id, article_id, revision),
    foreign key (article_id, revision) references revision (article_id, number)
);
comment on table release is 'A revision was let go out, with the claims as they were then.';
comment on column release.claims is 'SHA-256 over "id version" of each claim that is not dropped, a line each, by id.';
create index release_of_article on release (article_id, id desc);

create sequence publication_seq increment by 1;
create table publication (
    id           bigint primary key default nextval('publication_seq'),
    article_id   bigint not null references article,
    release_id   bigint not null,
    revision     integer not null,
    address      text not null check (address ~* '^https?://' and length(address) <= 500),
    published_at timestamptz not null,
    marked_by    uuid not null references person,
    role         text not null check (role in ('EDITOR', 'STANDARDS')),
    marked_at    timestamptz not null,
    entry_id     bigint not null references entry deferrable initially deferred,
    foreign key (release_id, article_id, revision) references release (id, article_id, revision),
    constraint publication_once unique (article_id, revision, address),
    check (published_at <= marked_at)
);
comment on table publication is 'A released revision went out: where and when.';
create index publication_of_article on publication (article_id, id desc);

do $$
declare
    kept text;
begin
    foreach kept in array array['context_given', 'release', 'publication'] loop
        execute format('create trigger %1$s_append_only before update or delete on %1$I for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function refuse_change()', kept);
    end loop;
end $$;
create trigger waiver_no_delete before delete on waiver for each row execute function refuse_change();
create trigger waiver_no_truncate before truncate on waiver for each statement execute function refuse_change();

-- An act on an article as a whole has its entry: this act, by this person, in this role.
create function entry_tells_of_article(told bigint, article bigint, what text, who uuid, as_role text[]) returns boolean language sql stable as $$
    select exists (select from entry e where e.id = told and e.article_id = article and e.claim_id is null and e.act = what
        and e.person_id = who and e.role = any (as_role))
$$;

-- Context is given to a verdict that asks for it, in words that stand there and are not the claim's own, by nobody who
-- sourced the claim or wrote the article.
create function context_is_given() returns trigger language plpgsql as $$
declare
    claimed record;
begin
    select c.article_id, c.verdict_id, c.revision, c.start_at, c.end_at, c.placement, v.rating into claimed
      from claim c join verdict v on v.id = c.verdict_id where c.id = new.claim_id;
    if not found or claimed.article_id <> new.article_id or claimed.verdict_id <> new.verdict_id or claimed.rating <> 'NEEDS_CONTEXT' then
        raise exception 'no verdict on claim % asks for context', new.claim_id using errcode = 'check_violation';
    end if;
    if not exists (select from revision r where r.article_id = new.article_id and r.number = new.revision
            and substr(r.text, new.start_at + 1, new.end_at - new.start_at) = new.exact) then
        raise exception 'the words of the context do not stand there' using errcode = 'check_violation';
    end if;
    if claimed.placement <> 'ORPHANED' and claimed.revision = new.revision and new.start_at >= claimed.start_at and new.end_at <= claimed.end_at then
        raise exception 'the words of a claim are not their own context' using errcode = 'check_violation';
    end if;
    if exists (select from sourcing s where s.claim_id = new.claim_id and s.person_id = new.given_by)
        or exists (select from article_author w where w.article_id = new.article_id and w.person_id = new.given_by) then
        raise exception 'who sourced a claim or wrote the article does not say that its context is given' using errcode = 'check_violation';
    end if;
    if not entry_tells_of_article(new.entry_id, new.article_id, 'CONTEXT', new.given_by, '{EDITOR,REVIEWER,STANDARDS}') then
        raise exception 'context % was given by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger context_is_given after insert on context_given
    deferrable initially deferred for each row execute function context_is_given();

create function waiver_withdrawn_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.withdrawn_at is not null then
            raise exception 'a waiver is given first' using errcode = 'check_violation';
        end if;
    elsif old.withdrawn_at is not null
        or (to_jsonb(new) - 'withdrawn_by' - 'withdrawn_at' - 'withdraw_reason' - 'withdrawn_entry')
            <> (to_jsonb(old) - 'withdrawn_by' - 'withdrawn_at' - 'withdraw_reason' - 'withdrawn_entry') then
        raise exception 'a waiver is never edited; it is withdrawn once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger waiver_withdrawn_once before insert or update on waiver for each row execute function waiver_withdrawn_once();

-- A waiver is an act of the standards desk on something of that article; nobody waives on a claim they sourced or ever
-- verified, or on an article they wrote.
create function waiver_four_eyes() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if not entry_tells_of_article(new.withdrawn_entry, new.article_id, 'UNWAIVE', new.withdrawn_by, '{STANDARDS}') then
            raise exception 'waiver % was withdrawn by no act', new.id using errcode = 'integrity_constraint_violation';
        end if;
        return null;
    end if;
    if not entry_tells_of_article(new.entry_id, new.article_id, 'WAIVE', new.waived_by, '{STANDARDS}') then
        raise exception 'waiver % was given by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.claim_id is not null and not exists (select from claim c where c.id = new.claim_id and c.article_id = new.article_id)
        or new.evidence_id is not null and not exists (select from evidence e where e.id = new.evidence_id and e.claim_id = new.claim_id) then
        raise exception 'waiver % is for nothing of article %', new.id, new.article_id using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from sourcing s where s.claim_id = new.claim_id and s.person_id = new.waived_by)
        or exists (select from verdict v where v.claim_id = new.claim_id and v.given_by = new.waived_by)
        or exists (select from article_author w where w.article_id = new.article_id and w.person_id = new.waived_by) then
        raise exception 'who sourced or verified a claim or wrote the article does not waive' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger waiver_four_eyes after insert or update on waiver
    deferrable initially deferred for each row execute function waiver_four_eyes();

-- Released is what stands, with nothing in the way that is not waived by what it names.
create function release_through_the_gate() returns trigger language plpgsql as $$
declare
    barred record;
begin
    if not entry_tells_of_article(new.entry_id, new.article_id, 'RELEASE', new.released_by, array[new.role]) then
        raise exception 'release % was made by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if not exists (select from gate_pin p where p.article_id = new.article_id and p.revision = new.revision
            and p.digest = new.digest and p.claims = new.claims) then
        raise exception 'release % is not of what stands', new.id using errcode = 'check_violation';
    end if;
    select i.* into barred from gate_item i where i.article_id = new.article_id and not exists (
        select from waiver w where w.id = any (new.waivers) and w.article_id = i.article_id and w.kind = i.kind
           and w.claim_id is not distinct from i.claim_id and w.sentence is not distinct from i.sentence
           and w.evidence_id is not distinct from i.evidence_id and w.stood = i.stood
           and w.withdrawn_at is null and w.expires_at > new.released_at) limit 1;
    if found then
        raise exception 'the gate of article % is closed: %', new.article_id, barred using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger release_through_the_gate after insert on release
    deferrable initially deferred for each row execute function release_through_the_gate();

create function publication_is_an_act() returns trigger language plpgsql as $$
begin
    if not entry_tells_of_article(new.entry_id, new.article_id, 'PUBLISH', new.marked_by, array[new.role]) then
        raise exception 'publication % was marked by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from release r where r.id = new.release_id and new.published_at < date_trunc('minute', r.released_at)) then
        raise exception 'publication % is older than its release', new.id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger publication_is_an_act after insert on publication
    deferrable initially deferred for each row execute function publication_is_an_act();

-- What others are told: a row for each message to each receiver, in the transaction of what it tells of.
create sequence delivery_seq increment by 1;
create table delivery (
    id          bigint primary key default nextval('delivery_seq'),
    hook        text not null check (hook ~ '\S'),
    message     uuid not null,
    kind        text not null check (kind ~ '^[a-z.]+$'),
    article_id  bigint not null references article,
    body        text not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'GIVEN_UP')),
    attempts    integer not null default 0 check (attempts >= 0),
    made_at     timestamptz not null,
    due_at      timestamptz not null,
    lease_until timestamptz,
    finished_at timestamptz,
    status      integer,
    trouble     text check (trouble ~ '\S'),
    unique (hook, message),
    check ((state = 'RUNNING') = (lease_until is not null)),
    check ((state in ('DONE', 'GIVEN_UP')) = (finished_at is not null)),
    check (state <> 'GIVEN_UP' or trouble is not null)
);
comment on table delivery is 'Messages to publishing systems (Standard Webhooks), each until it was taken or given up.';
comment on column delivery.message is 'The webhook-id, the same for every receiver and attempt.';
comment on column delivery.status is 'The HTTP status of the last attempt; null where nothing came.';
create index delivery_due on delivery (due_at, id) where state in ('WAITING', 'RUNNING');
create index delivery_troubled on delivery (id desc) where state <> 'DONE' and trouble is not null;
create index delivery_done on delivery (finished_at) where state = 'DONE';
create trigger delivery_no_truncate before truncate on delivery for each statement execute function refuse_change();

create function delivery_keeps_its_message() returns trigger language plpgsql as $$
begin
    if (new.id, new.hook, new.message, new.kind, new.article_id, new.body, new.made_at)
            is distinct from (old.id, old.hook, old.message, old.kind, old.article_id, old.body, old.made_at) then
        raise exception 'a message is told as it was written' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger delivery_keeps_its_message before update on delivery for each row execute function delivery_keeps_its_message();

create table gate (
    article_id bigint primary key references article,
    open       boolean not null,
    revision   integer not null,
    since      timestamptz not null,
    until      timestamptz
);
comment on table gate is 'How each gate was when it was last told of; what is asked for is always worked out anew.';
comment on column gate.until is 'When the first of the waivers ends that hold it open.';
create index gate_until on gate (until) where until is not null;

create table gate_followed (
    one      boolean primary key default true check (one),
    last_idx bigint not null
);
comment on table gate_followed is 'Up to which index of the ledger changes of gates have been looked for.';
insert into gate_followed (last_idx) select coalesce(max(idx), -1) from leaf;

grant select on gate_item, gate_pin to ${service};
grant select, insert on context_given, waiver, release, publication, delivery, gate to ${service};
grant update (withdrawn_by, withdrawn_at, withdraw_reason, withdrawn_entry) on waiver to ${service};
grant update (state, attempts, due_at, lease_until, finished_at, status, trouble), delete on delivery to ${service};
grant update (open, revision, since, until) on gate to ${service};
grant select, update (last_idx) on gate_followed to ${service};
grant usage, select on sequence context_seq, waiver_seq, release_seq, publication_seq, delivery_seq to ${service};
