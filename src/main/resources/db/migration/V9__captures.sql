-- Captures: what stood at the address of a link, fetched and kept. A row is the job as well as its result, so that no
-- restart loses it: whichever instance comes first takes it, and another goes on where that one was ended.

create sequence capture_seq increment by 1;
create table capture (
    id            bigint primary key default nextval('capture_seq'),
    evidence_id   bigint not null references evidence,
    address       text not null,
    state         text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    attempts      integer not null default 0 check (attempts >= 0),
    due_at        timestamptz not null,
    lease_until   timestamptz,
    fetched       bigint not null default 0 check (fetched >= 0),
    asked_by      uuid not null references person,
    asked_at      timestamptz not null,
    asked_entry   bigint not null references entry deferrable initially deferred,
    started_at    timestamptz,
    finished_at   timestamptz,
    status        integer check (status between 100 and 999),
    final_address text,
    redirects     jsonb,
    media_type    text,
    size          bigint check (size > 0),
    digest        bytea check (length(digest) = 32),
    warc_digest   bytea check (length(warc_digest) = 32),
    warc_size     bigint check (warc_size > 0),
    text_digest   bytea check (length(text_digest) = 32),
    no_text       text,
    failure_kind  text check (failure_kind ~ '^[A-Z_]+$'),
    failure       text check (failure ~ '\S'),
    entry_id      bigint references entry deferrable initially deferred,
    check ((state = 'RUNNING') = (lease_until is not null)),
    check ((failure_kind is null) = (failure is null)),
    check ((state in ('DONE', 'FAILED')) = (finished_at is not null) and (finished_at is null) = (entry_id is null)),
    -- A good one has everything that proves it; one that failed has nothing that could be taken for it.
    constraint done_has_its_digests check (state <> 'DONE' or (status between 200 and 299 and final_address is not null
        and redirects is not null and media_type is not null and size is not null and digest is not null
        and warc_digest is not null and warc_size is not null and (text_digest is null) = (no_text is not null)
        and failure is null)),
    constraint only_done_has_digests check (state = 'DONE' or (digest is null and warc_digest is null and text_digest is null)),
    constraint failed_says_why check (state <> 'FAILED' or failure is not null)
);
comment on column capture.due_at is 'When it may be tried, or tried again.';
comment on column capture.lease_until is 'Until when the instance that runs it has it to itself; put off while it goes on.';
comment on column capture.attempts is 'Also tells an instance that was thought dead that another has taken over.';
comment on column capture.fetched is 'Bytes so far, for whoever looks on.';
comment on column capture.asked_entry is 'The act that asked for it: ATTACH or RECAPTURE.';
comment on column capture.status is 'Of the last answer.';
comment on column capture.redirects is 'The addresses on the way, the one that was asked for first; empty where there were none.';
comment on column capture.digest is 'SHA-256 of the body as it came, packed where the site packed it: the payload digest in the WARC.';
comment on column capture.no_text is 'Why there is no readable text beside it.';
comment on column capture.failure is 'Why the last attempt failed, in words.';
comment on column capture.entry_id is 'The act that finished it: CAPTURE.';
create unique index capture_one_at_a_time on capture (evidence_id) where state in ('WAITING', 'RUNNING');
create index capture_due on capture (due_at, id) where state in ('WAITING', 'RUNNING');
create index capture_of_evidence on capture (evidence_id, id);

create table capture_text (
    capture_id bigint primary key references capture,
    text       text not null check (text ~ '\S' and length(text) <= 500000)
);
comment on table capture_text is 'The readable text of a capture: what passages are picked from.';

create sequence passage_seq increment by 1;
create table passage (
    id         bigint primary key default nextval('passage_seq'),
    capture_id bigint not null references capture,
    exact      text not null check (exact ~ '\S'),
    prefix     text not null,
    suffix     text not null,
    start_at   integer not null check (start_at >= 0),
    end_at     integer not null,
    picked_by  uuid not null references person,
    picked_at  timestamptz not null,
    entry_id   bigint not null references entry deferrable initially deferred,
    check (end_at > start_at)
);
comment on table passage is 'Words picked from the readable text of a capture, as W3C TextQuoteSelector and TextPositionSelector in code points.';
create index passage_of_capture on passage (capture_id, id);

create trigger capture_no_delete before delete on capture for each row execute function refuse_change();
create trigger capture_no_truncate before truncate on capture for each statement execute function refuse_change();
create trigger capture_text_append_only before update or delete on capture_text for each row execute function refuse_change();
create trigger capture_text_no_truncate before truncate on capture_text for each statement execute function refuse_change();
create trigger passage_append_only before update or delete on passage for each row execute function refuse_change();
create trigger passage_no_truncate before truncate on passage for each statement execute function refuse_change();

-- A capture begins WAITING for the address of its evidence, is run, and is finished once.
create function capture_goes_on() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'WAITING' or new.attempts <> 0 or not exists (
                select from evidence e where e.id = new.evidence_id and e.address = new.address) then
            raise exception 'a capture begins WAITING, for the address of its evidence' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if old.finished_at is not null then
        raise exception 'a finished capture never changes' using errcode = 'restrict_violation';
    end if;
    if (new.id, new.evidence_id, new.address, new.asked_by, new.asked_at, new.asked_entry)
            is distinct from (old.id, old.evidence_id, old.address, old.asked_by, old.asked_at, old.asked_entry) then
        raise exception 'a capture keeps what was asked for' using errcode = 'restrict_violation';
    end if;
    if not ((old.state = 'WAITING' and new.state = 'RUNNING' and new.attempts = old.attempts + 1)
            or (old.state = 'RUNNING' and new.state = 'RUNNING' and new.attempts - old.attempts in (0, 1))
            or (old.state = 'RUNNING' and new.state <> 'RUNNING' and new.attempts = old.attempts)) then
        raise exception 'a capture does not go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger capture_goes_on before insert or update on capture for each row execute function capture_goes_on();

-- It is asked for by an act, and finished by one; a good one has the text whose digest it names.
create function capture_has_its_entries() returns trigger language plpgsql as $$
declare
    claimed record;
begin
    select c.id, c.article_id into claimed from evidence e join claim c on c.id = e.claim_id where e.id = new.evidence_id;
    if tg_op = 'INSERT' and not exists (select from entry e where e.id = new.asked_entry and e.article_id = claimed.article_id
            and e.person_id = new.asked_by and (e.act = 'ATTACH' and e.claim_id = claimed.id or e.act = 'RECAPTURE')) then
        raise exception 'capture % was asked for by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.finished_at is not null and not exists (select from entry e where e.id = new.entry_id
            and e.article_id = claimed.article_id and e.act = 'CAPTURE') then
        raise exception 'capture % is finished without an entry of its own', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.text_digest is not null and not exists (select from capture_text t where t.capture_id = new.id
            and sha256(convert_to(t.text, 'UTF8')) = new.text_digest) then
        raise exception 'capture % has not the text that it names', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger capture_has_its_entries after insert or update on capture
    deferrable initially deferred for each row execute function capture_has_its_entries();

create function text_has_its_capture() returns trigger language plpgsql as $$
begin
    if not exists (select from capture c where c.id = new.capture_id and c.text_digest = sha256(convert_to(new.text, 'UTF8'))) then
        raise exception 'that is not the text of capture %', new.capture_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger text_has_its_capture after insert on capture_text
    deferrable initially deferred for each row execute function text_has_its_capture();

-- A passage stands in the text it was picked from.
create function passage_stands_there() returns trigger language plpgsql as $$
begin
    if not exists (select from capture_text t where t.capture_id = new.capture_id
            and substr(t.text, new.start_at + 1, new.end_at - new.start_at) = new.exact) then
        raise exception 'the words of the passage do not stand there' using errcode = 'check_violation';
    end if;
    if not exists (select from entry e join capture k on k.id = new.capture_id join evidence v on v.id = k.evidence_id
              join claim c on c.id = v.claim_id
             where e.id = new.entry_id and e.article_id = c.article_id and e.act = 'QUOTE' and e.person_id = new.picked_by) then
        raise exception 'passage % was picked by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger passage_stands_there after insert on passage
    deferrable initially deferred for each row execute function passage_stands_there();

-- What is attached from now on is captured.
create function link_has_its_capture() returns trigger language plpgsql as $$
begin
    if new.kind = 'LINK' and not exists (select from capture c where c.evidence_id = new.id) then
        raise exception 'evidence % is a link, and nobody has asked for its capture', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger link_has_its_capture after insert on evidence
    deferrable initially deferred for each row execute function link_has_its_capture();

grant select, insert on capture, capture_text, passage to ${service};
grant update (state, attempts, due_at, lease_until, fetched, started_at, finished_at, status, final_address, redirects,
    media_type, size, digest, warc_digest, warc_size, text_digest, no_text, failure_kind, failure, entry_id) on capture to ${service};
grant usage, select on sequence capture_seq, passage_seq to ${service};
