-- The first schema. The database refuses on its own what the code must never do; every rule here mirrors one in Java.
-- ${service} is the role the service runs as: it may read and append, and change only what is granted at the end.

create table person (
    id       uuid primary key,
    username text not null,
    name     text not null,
    seen_at  timestamptz not null
);
comment on table person is 'Who has acted or been assigned, by Keycloak subject; kept so that the record can be read when the person has left.';

create sequence article_seq increment by 1;
create table article (
    id         bigint primary key default nextval('article_seq'),
    version    integer not null,
    slug       text not null check (slug ~ '\S' and length(slug) <= 80),
    headline   text not null check (headline ~ '\S'),
    byline     text not null,
    desk       text not null,
    address    text,
    deadline   timestamptz not null,
    revision   integer not null check (revision >= 1),
    filed_by   uuid not null references person,
    filed_at   timestamptz not null
);
create index article_by_deadline on article (deadline, id);

create table article_author (
    article_id bigint not null references article,
    person_id  uuid not null references person,
    primary key (article_id, person_id)
);

create sequence revision_seq increment by 1;
create table revision (
    id         bigint primary key default nextval('revision_seq'),
    article_id bigint not null references article deferrable initially deferred,
    number     integer not null check (number >= 1),
    text       text not null check (text ~ '\S'),
    blocks     jsonb not null,
    digest     bytea not null check (length(digest) = 32),
    filed_by   uuid not null references person,
    filed_at   timestamptz not null,
    unique (article_id, number)
);
alter table article add foreign key (id, revision) references revision (article_id, number) deferrable initially deferred;

create table claim_transition (
    from_state text not null,
    action     text not null,
    to_state   text not null,
    primary key (from_state, action)
);
comment on table claim_transition is 'What may follow what, as in org.claimdesk.claim.Transitions; a test holds the two together.';
insert into claim_transition values
    ('ASSIGNED', 'TAKE', 'ASSIGNED'), ('DISPUTED', 'TAKE', 'DISPUTED'),
    ('ASSIGNED', 'REASSIGN', 'ASSIGNED'), ('SOURCED', 'REASSIGN', 'SOURCED'), ('DISPUTED', 'REASSIGN', 'DISPUTED'),
    ('ASSIGNED', 'ATTACH', 'ASSIGNED'), ('SOURCED', 'ATTACH', 'SOURCED'), ('DISPUTED', 'ATTACH', 'DISPUTED'),
    ('ASSIGNED', 'WITHDRAW', 'ASSIGNED'), ('SOURCED', 'WITHDRAW', 'SOURCED'), ('DISPUTED', 'WITHDRAW', 'DISPUTED'),
    ('ASSIGNED', 'SUBMIT', 'SOURCED'),
    ('SOURCED', 'RETURN', 'ASSIGNED'), ('SOURCED', 'DISPUTE', 'DISPUTED'), ('SOURCED', 'VERIFY', 'VERIFIED'),
    ('DISPUTED', 'ANSWER', 'SOURCED'), ('DISPUTED', 'VERIFY', 'VERIFIED'),
    ('VERIFIED', 'DISPUTE', 'DISPUTED'), ('VERIFIED', 'OVERTURN', 'DISPUTED'), ('VERIFIED', 'REWORD', 'SOURCED'),
    ('ASSIGNED', 'DROP', 'ASSIGNED'), ('SOURCED', 'DROP', 'SOURCED'), ('DISPUTED', 'DROP', 'DISPUTED'), ('VERIFIED', 'DROP', 'VERIFIED'),
    ('ASSIGNED', 'RESTORE', 'ASSIGNED'), ('SOURCED', 'RESTORE', 'SOURCED'), ('DISPUTED', 'RESTORE', 'DISPUTED'), ('VERIFIED', 'RESTORE', 'VERIFIED');

create sequence claim_seq increment by 1;
create table claim (
    id           bigint primary key default nextval('claim_seq'),
    version      integer not null,
    article_id   bigint not null references article,
    revision     integer not null,
    exact        text not null check (exact ~ '\S'),
    prefix       text not null,
    suffix       text not null,
    start_at     integer not null check (start_at >= 0),
    end_at       integer not null,
    state        text not null check (state in ('ASSIGNED', 'SOURCED', 'DISPUTED', 'VERIFIED')),
    risk         text not null check (risk in ('NORMAL', 'HIGH', 'LEGAL')),
    desk         text not null,
    assignee     uuid references person,
    deadline     timestamptz not null,
    evidence     integer not null default 0 check (evidence >= 0),
    dispute_id   bigint,
    verdict_id   bigint,
    verified_by  uuid references person,
    dropped_at   timestamptz,
    drop_reason  text,
    marked_by    uuid not null references person,
    marked_at    timestamptz not null,
    changed_at   timestamptz not null,
    check (end_at > start_at),
    check ((dropped_at is null) = (drop_reason is null)),
    -- What is sourced or verified has evidence standing behind it.
    check (state in ('ASSIGNED', 'DISPUTED') or evidence > 0),
    check ((state = 'DISPUTED') = (dispute_id is not null)),
    check ((state = 'VERIFIED') = (verdict_id is not null)),
    check ((verdict_id is null) = (verified_by is null)),
    foreign key (article_id, revision) references revision (article_id, number)
);
create unique index claim_words_once on claim (article_id, revision, start_at, end_at) where dropped_at is null;
create index claim_of_assignee on claim (assignee, state, deadline) where dropped_at is null;
create index claim_of_desk on claim (desk, state, deadline) where dropped_at is null;
create index claim_by_state on claim (state, deadline) where dropped_at is null;
create index claim_lately_of_assignee on claim (assignee, changed_at desc) where dropped_at is null;
create index claim_lately_of_marker on claim (marked_by, changed_at desc);
create index claim_of_article on claim (article_id, start_at);

create table sourcing (
    claim_id  bigint not null references claim,
    person_id uuid not null references person,
    primary key (claim_id, person_id)
);
comment on table sourcing is 'Everyone who attached evidence to a claim, submitted or answered it: none of them ever verifies or audits it.';

create sequence evidence_seq increment by 1;
create table evidence (
    id              bigint primary key default nextval('evidence_seq'),
    claim_id        bigint not null references claim,
    kind            text not null check (kind in ('LINK', 'FILE', 'INTERVIEW', 'REFERENCE')),
    stance          text not null check (stance in ('SUPPORTS', 'CONTRADICTS', 'CONTEXT')),
    title           text not null check (title ~ '\S'),
    locator         text not null,
    note            text not null,
    address         text,
    digest          bytea check (length(digest) = 32),
    size            bigint check (size >= 0),
    media_type      text,
    file_name       text,
    interviewee     text,
    function        text,
    organisation    text,
    channel         text check (channel in ('IN_PERSON', 'PHONE', 'VIDEO', 'EMAIL', 'MESSAGE', 'LETTER')),
    held_at         timestamptz,
    attribution     text check (attribution in ('ON_THE_RECORD', 'BACKGROUND', 'DEEP_BACKGROUND', 'OFF_THE_RECORD')),
    citation        text,
    attached_by     uuid not null references person,
    attached_at     timestamptz not null,
    withdrawn_by    uuid references person,
    withdrawn_at    timestamptz,
    withdraw_reason text check (withdraw_reason ~ '\S'),
    check ((kind = 'LINK') = (address is not null)),
    check ((kind = 'FILE') = (digest is not null and size is not null and media_type is not null and file_name is not null)),
    check ((kind = 'INTERVIEW') = (interviewee is not null and channel is not null and held_at is not null and attribution is not null)),
    check ((kind = 'REFERENCE') = (citation is not null)),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create index evidence_of_claim on evidence (claim_id, id);

create sequence dispute_seq increment by 1;
create table dispute (
    id          bigint primary key default nextval('dispute_seq'),
    claim_id    bigint not null references claim,
    grounds     text not null check (grounds in ('FIGURE', 'QUOTATION', 'SOURCE', 'CONTEXT', 'ATTRIBUTION', 'OUTDATED', 'LEGAL', 'OTHER', 'FINDING')),
    statement   text not null check (statement ~ '\S'),
    opened_by   uuid not null references person,
    opened_at   timestamptz not null,
    answer      text,
    answered_by uuid references person,
    answered_at timestamptz,
    outcome     text check (outcome in ('UPHELD', 'REJECTED', 'ACCEPTED')),
    decided_by  uuid references person,
    decided_at  timestamptz,
    unique (id, claim_id),
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null)),
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (outcome is null)),
    -- Who opened it may accept an answer to it, and decides nothing else about it.
    constraint opener_only_accepts_an_answer check (decided_by is null
        or (decided_by = opened_by) = (outcome = 'ACCEPTED') and (outcome <> 'ACCEPTED' or answered_at is not null))
);
create index dispute_of_claim on dispute (claim_id, id);

create sequence verdict_seq increment by 1;
create table verdict (
    id         bigint primary key default nextval('verdict_seq'),
    claim_id   bigint not null references claim deferrable initially deferred,
    rating     text not null check (rating in ('ACCURATE', 'NEEDS_CONTEXT', 'MISLEADING', 'INACCURATE', 'UNSUPPORTED')),
    rationale  text not null check (rationale ~ '\S'),
    revision   integer not null,
    words      text not null,
    evidence   bigint[] not null check (cardinality(evidence) > 0),
    given_by   uuid not null references person,
    given_at   timestamptz not null,
    ended      text check (ended in ('DISPUTED', 'OVERTURNED', 'REWORDED')),
    ended_by   uuid references person,
    ended_at   timestamptz,
    finding    text,
    unique (id, claim_id, given_by),
    check ((ended is null) = (ended_by is null) and (ended is null) = (ended_at is null)),
    check ((ended is not distinct from 'OVERTURNED') = (finding is not null)),
    constraint verifier_does_not_audit check (ended is distinct from 'OVERTURNED' or ended_by <> given_by)
);
create index verdict_of_claim on verdict (claim_id, id);
create index verdict_by_time on verdict (given_at desc);
alter table claim add foreign key (dispute_id, id) references dispute (id, claim_id) deferrable initially deferred;
alter table claim add foreign key (verdict_id, id, verified_by) references verdict (id, claim_id, given_by) deferrable initially deferred;

create sequence entry_seq increment by 1;
create table entry (
    id            bigint primary key default nextval('entry_seq'),
    at            timestamptz not null,
    person_id     uuid not null references person,
    role          text not null,
    act           text not null,
    article_id    bigint not null references article deferrable initially deferred,
    claim_id      bigint references claim deferrable initially deferred,
    claim_version integer,
    from_state    text,
    to_state      text,
    body          text not null,
    check ((claim_id is null) = (claim_version is null) and (claim_id is null) = (to_state is null))
);
comment on column entry.body is 'Canonical JSON (RFC 8785) of the act; free text stands in it only as a salted commitment.';
create unique index entry_of_claim on entry (claim_id, claim_version) where claim_id is not null;
create index entry_of_article on entry (article_id, id);

create table disclosure (
    entry_id bigint primary key references entry,
    texts    jsonb not null
);
comment on table disclosure is 'What the commitments of an entry commit to: field to salt and text. Apart from the entry, so that it can be erased and the entry still stand.';

create table once (
    person_id   uuid not null,
    key         text not null check (length(key) between 1 and 200),
    fingerprint bytea not null,
    status      integer,
    headers     jsonb,
    body        text,
    at          timestamptz not null,
    primary key (person_id, key)
);
comment on table once is 'Answers to requests that carry an Idempotency-Key, written in the transaction of the act, so that a repeat gets the same answer.';

-- Append only.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger entry_append_only before update or delete on entry for each row execute function refuse_change();
create trigger entry_no_truncate before truncate on entry for each statement execute function refuse_change();
create trigger revision_append_only before update or delete on revision for each row execute function refuse_change();
create trigger revision_no_truncate before truncate on revision for each statement execute function refuse_change();
create trigger sourcing_append_only before update or delete on sourcing for each row execute function refuse_change();
create trigger claim_no_delete before delete on claim for each row execute function refuse_change();
create trigger evidence_no_delete before delete on evidence for each row execute function refuse_change();
create trigger dispute_no_delete before delete on dispute for each row execute function refuse_change();
create trigger verdict_no_delete before delete on verdict for each row execute function refuse_change();

-- A claim begins ASSIGNED, follows the table, moves one version at a time, and keeps its article.
create function claim_follows_the_table() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'ASSIGNED' or new.version <> 0 then
            raise exception 'a claim begins ASSIGNED, at version 0' using errcode = 'check_violation';
        end if;
    else
        if not exists (select from claim_transition t where t.from_state = old.state and t.to_state = new.state) then
            raise exception 'a claim does not go from % to %', old.state, new.state using errcode = 'check_violation';
        end if;
        if new.version <> old.version + 1 or new.id <> old.id or new.article_id <> old.article_id
            or new.marked_by <> old.marked_by or new.marked_at <> old.marked_at then
            raise exception 'a claim changes one version at a time and keeps its article and maker' using errcode = 'check_violation';
        end if;
        if old.dropped_at is not null and new.dropped_at is not null then
            raise exception 'a dropped claim can only be restored' using errcode = 'check_violation';
        end if;
    end if;
    return new;
end $$;
create trigger claim_follows_the_table before insert or update on claim for each row execute function claim_follows_the_table();

-- No change of a claim without its entry, and the entry says what happened.
create function claim_has_its_entry() returns trigger language plpgsql as $$
declare
    before text := case tg_op when 'UPDATE' then old.state end;
begin
    if not exists (select from entry e where e.claim_id = new.id and e.claim_version = new.version
            and e.to_state = new.state and e.from_state is not distinct from before
            and (tg_op = 'INSERT' or exists (select from claim_transition t
                    where t.from_state = before and t.action = e.act and t.to_state = new.state))) then
        raise exception 'claim % has no entry for its version %', new.id, new.version using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger claim_has_its_entry after insert or update on claim
    deferrable initially deferred for each row execute function claim_has_its_entry();

-- No entry about a claim without the change it tells of.
create function entry_has_its_claim() returns trigger language plpgsql as $$
begin
    if new.claim_id is not null and not exists (select from claim c where c.id = new.claim_id and c.version >= new.claim_version
            and (c.version > new.claim_version or c.state = new.to_state)) then
        raise exception 'entry % tells of a change that claim % has not seen', new.id, new.claim_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger entry_has_its_claim after insert on entry
    deferrable initially deferred for each row execute function entry_has_its_claim();

-- Evidence is never edited; it may be withdrawn once.
create function evidence_only_withdrawn() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null
        or (to_jsonb(new) - 'withdrawn_by' - 'withdrawn_at' - 'withdraw_reason')
            <> (to_jsonb(old) - 'withdrawn_by' - 'withdrawn_at' - 'withdraw_reason') then
        raise exception 'evidence is never edited' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger evidence_only_withdrawn before update on evidence for each row execute function evidence_only_withdrawn();

-- The count on the claim is the evidence that stands.
create function claim_counts_its_evidence() returns trigger language plpgsql as $$
declare
    counted integer;
    standing integer;
begin
    select c.evidence into counted from claim c where c.id = new.claim_id;
    select count(*) into standing from evidence e where e.claim_id = new.claim_id and e.withdrawn_at is null;
    if counted <> standing then
        raise exception 'claim % counts % pieces of evidence, % stand', new.claim_id, counted, standing using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger claim_counts_its_evidence after insert or update on evidence
    deferrable initially deferred for each row execute function claim_counts_its_evidence();

-- A dispute is answered once and decided once; what was said stands.
create function dispute_moves_on() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.claim_id <> old.claim_id or new.grounds <> old.grounds or new.statement <> old.statement
        or new.opened_by <> old.opened_by or new.opened_at <> old.opened_at
        or (old.answered_at is not null and (new.answer, new.answered_by, new.answered_at) is distinct from (old.answer, old.answered_by, old.answered_at))
        or old.decided_at is not null then
        raise exception 'a dispute is answered once and decided once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger dispute_moves_on before update on dispute for each row execute function dispute_moves_on();

-- A verdict is given by someone who had no part in the sourcing, is no author, and was not just overturned; it ends once.
create function verdict_four_eyes() returns trigger language plpgsql as $$
declare
    last record;
begin
    if tg_op = 'UPDATE' then
        if old.ended is not null or new.ended is null
            or (to_jsonb(new) - 'ended' - 'ended_by' - 'ended_at' - 'finding')
                <> (to_jsonb(old) - 'ended' - 'ended_by' - 'ended_at' - 'finding') then
            raise exception 'a verdict is never edited; it ends once' using errcode = 'restrict_violation';
        end if;
        if new.ended = 'OVERTURNED' and (
                exists (select from sourcing s where s.claim_id = new.claim_id and s.person_id = new.ended_by)
                or exists (select from verdict v where v.claim_id = new.claim_id and v.given_by = new.ended_by)) then
            raise exception 'who sourced or verified a claim does not audit it' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if new.ended is not null then
        raise exception 'a verdict begins standing' using errcode = 'check_violation';
    end if;
    if exists (select from sourcing s where s.claim_id = new.claim_id and s.person_id = new.given_by) then
        raise exception 'who sourced a claim does not verify it' using errcode = 'check_violation';
    end if;
    if exists (select from article_author a join claim c on c.article_id = a.article_id
            where c.id = new.claim_id and a.person_id = new.given_by) then
        raise exception 'an author of the article does not verify its claims' using errcode = 'check_violation';
    end if;
    select v.given_by, v.ended into last from verdict v where v.claim_id = new.claim_id order by v.id desc limit 1;
    if found and last.ended is null then
        raise exception 'the last verdict still stands' using errcode = 'check_violation';
    end if;
    if found and last.ended = 'OVERTURNED' and last.given_by = new.given_by then
        raise exception 'who gave the overturned verdict does not give the next one' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger verdict_four_eyes before insert or update on verdict for each row execute function verdict_four_eyes();

-- Somebody who gave a verdict may later source the claim; then their verdict must be over.
create function sourcing_four_eyes() returns trigger language plpgsql as $$
begin
    if exists (select from verdict v where v.claim_id = new.claim_id and v.given_by = new.person_id and v.ended is null) then
        raise exception 'who verified a claim does not source it while the verdict stands' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger sourcing_four_eyes before insert on sourcing for each row execute function sourcing_four_eyes();

-- Who attached evidence has sourced.
create function evidence_is_sourcing() returns trigger language plpgsql as $$
begin
    if not exists (select from sourcing s where s.claim_id = new.claim_id and s.person_id = new.attached_by) then
        raise exception 'who attaches evidence is one of those who sourced the claim' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger evidence_is_sourcing after insert on evidence
    deferrable initially deferred for each row execute function evidence_is_sourcing();

-- What the service may do: read and append; change only rows that have a life of their own.
grant select, insert on all tables in schema public to ${service};
grant usage, select on all sequences in schema public to ${service};
grant update on person, article, claim, evidence, dispute, verdict, once to ${service};
grant delete on once to ${service};
revoke insert on claim_transition from ${service};
revoke all on flyway_schema_history from ${service};
