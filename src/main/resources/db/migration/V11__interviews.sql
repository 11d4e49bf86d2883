-- Interviews: exact quotes, a recording, what may be said of a person, and seals. What a seal holds is encrypted with a key
-- that is never in the database; the database sees to it that nothing of it stands in the open, and that two people open it.

alter table evidence
    add column quotes text[] not null default '{}' check (cardinality(quotes) <= 50 and array_position(quotes, null) is null),
    add column described text check (described ~ '\S'),
    add column sealed boolean not null default false,
    -- FILE and INTERVIEW, as they were: an interview may have a file too, and a sealed one names nobody.
    drop constraint evidence_check1,
    drop constraint evidence_check2,
    add constraint file_is_whole check (num_nonnulls(digest, size, media_type, file_name) in (0, 4)),
    add constraint file_belongs_to_its_kind check (case kind when 'FILE' then digest is not null when 'INTERVIEW' then true else digest is null end),
    add constraint interview_says_how check ((kind = 'INTERVIEW') = (channel is not null and held_at is not null and attribution is not null)),
    add constraint interview_says_who check ((kind = 'INTERVIEW' and not sealed) = (interviewee is not null)),
    add constraint only_interviews_quote_and_seal check (kind = 'INTERVIEW' or (quotes = '{}' and described is null and not sealed)),
    add constraint sealed_names_nobody check (not sealed
        or (described is not null and interviewee is null and function is null and organisation is null and digest is null));
comment on column evidence.quotes is 'The exact words of an interview that may be needed, one element a quote.';
comment on column evidence.described is 'What may be said of the person in place of the name.';
comment on column evidence.sealed is 'Who it was, and the recording, are in the table seal, encrypted.';

create table seal (
    evidence_id    bigint primary key references evidence deferrable initially deferred,
    key_id         text not null check (key_id ~ '^[A-Za-z0-9._-]{1,40}$'),
    wrapped_key    bytea not null check (length(wrapped_key) = 60),
    contents       bytea not null check (length(contents) between 29 and 16384),
    commitment     bytea not null check (length(commitment) = 32),
    recording      bytea check (length(recording) = 32),
    recording_size bigint check (recording_size > 0),
    check ((recording is null) = (recording_size is null))
);
comment on table seal is 'Who was interviewed, encrypted. Useless without the key of the configuration that key_id names.';
comment on column seal.wrapped_key is 'The key of the contents, made for this seal alone, encrypted with the key named by key_id; AES-256-GCM, bound to claim and evidence.';
comment on column seal.contents is 'Person, function, organisation, and name, type, digest and key of the recording; padded; AES-256-GCM, bound to claim and evidence.';
comment on column seal.commitment is 'SHA-256 of the contents before they were encrypted, 16 random bytes among them: what the entry ATTACH commits to.';
comment on column seal.recording is 'SHA-256 of the encrypted recording, by which the store has it.';
create trigger seal_append_only before update or delete on seal for each row execute function refuse_change();
create trigger seal_no_truncate before truncate on seal for each statement execute function refuse_change();

-- A sealed source counts like any other and is called by a number.
alter table source
    add column sealed boolean not null default false,
    add constraint sealed_source_is_a_number check (not sealed or name ~ '^Sealed source [1-9][0-9]*$');
create sequence sealed_source_seq;
create table sealed_person (
    fingerprint bytea primary key check (length(fingerprint) = 32),
    source_id   bigint not null references source deferrable initially deferred,
    key_id      text not null
);
comment on table sealed_person is 'By which the service knows that one reporter seals the same person again: HMAC-SHA-256 over reporter and name, with a key derived from that of the configuration. It tells nothing without that key.';
create trigger sealed_person_append_only before update or delete on sealed_person for each row execute function refuse_change();
create trigger sealed_person_no_truncate before truncate on sealed_person for each statement execute function refuse_change();

create function sealed_is_sealed() returns trigger language plpgsql as $$
begin
    if new.sealed <> exists (select from seal s where s.evidence_id = new.id) then
        raise exception 'evidence % is sealed and has no seal, or the other way round', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.kind = 'INTERVIEW' and new.sealed <> exists (select from source s where s.id = new.source_id and s.sealed) then
        raise exception 'an interview comes from a sealed source if and only if it is sealed' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger sealed_is_sealed after insert on evidence
    deferrable initially deferred for each row execute function sealed_is_sealed();

create function seal_has_its_evidence() returns trigger language plpgsql as $$
begin
    if not exists (select from evidence e where e.id = new.evidence_id and e.sealed) then
        raise exception 'evidence % is not sealed', new.evidence_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger seal_has_its_evidence after insert on seal
    deferrable initially deferred for each row execute function seal_has_its_evidence();

create sequence opening_seq increment by 1;
create table opening (
    id             bigint primary key default nextval('opening_seq'),
    evidence_id    bigint not null references seal,
    reason         text not null check (reason ~ '\S'),
    asked_by       uuid not null references person,
    asked_role     text not null check (asked_role in ('REPORTER', 'REVIEWER', 'EDITOR', 'STANDARDS')),
    asked_at       timestamptz not null,
    asked_entry    bigint not null references entry deferrable initially deferred,
    answered_by    uuid references person,
    answered_role  text check (answered_role in ('REPORTER', 'REVIEWER', 'EDITOR', 'STANDARDS')),
    answered_at    timestamptz,
    answered_entry bigint references entry deferrable initially deferred,
    granted        boolean,
    refusal        text check (refusal ~ '\S'),
    open_until     timestamptz,
    check (num_nonnulls(answered_by, answered_role, answered_at, answered_entry, granted) in (0, 5)),
    constraint two_people_open_a_seal check (answered_by <> asked_by),
    constraint one_of_them_of_the_standards_desk check (granted is not true or 'STANDARDS' in (asked_role, answered_role)),
    constraint not_answered_after_a_day check (answered_at >= asked_at and answered_at < asked_at + interval '24 hours'),
    constraint open_for_minutes check (open_until > answered_at and open_until <= answered_at + interval '1 hour'),
    check ((granted is true) = (open_until is not null) and (granted is false) = (refusal is not null))
);
comment on table opening is 'Somebody asks that a seal be opened, somebody else grants or refuses it; the two of them may then look for minutes.';
create index opening_of_evidence on opening (evidence_id, id);
create index opening_waiting on opening (asked_at) where answered_at is null;

create table unsealed (
    opening_id bigint not null references opening,
    person_id  uuid not null references person,
    what       text not null check (what in ('IDENTITY', 'RECORDING')),
    at         timestamptz not null,
    entry_id   bigint not null references entry deferrable initially deferred,
    primary key (opening_id, person_id, what)
);
comment on table unsealed is 'Who looked at what while a seal was open; the first time of each.';

create trigger opening_no_delete before delete on opening for each row execute function refuse_change();
create trigger opening_no_truncate before truncate on opening for each statement execute function refuse_change();
create trigger unsealed_append_only before update or delete on unsealed for each row execute function refuse_change();
create trigger unsealed_no_truncate before truncate on unsealed for each statement execute function refuse_change();

create function opening_answered_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.answered_at is not null then
            raise exception 'an opening is asked for first' using errcode = 'check_violation';
        end if;
    elsif old.answered_at is not null or (new.id, new.evidence_id, new.reason, new.asked_by, new.asked_role, new.asked_at, new.asked_entry)
            is distinct from (old.id, old.evidence_id, old.reason, old.asked_by, old.asked_role, old.asked_at, old.asked_entry) then
        raise exception 'an opening is answered once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger opening_answered_once before insert or update on opening for each row execute function opening_answered_once();

-- Asking, answering and looking are entries, by the person and in the role that the row says, on that evidence.
create function entry_tells_of_seal(told bigint, piece bigint, what text, who uuid, as_role text) returns boolean language sql stable as $$
    select exists (select from entry e join evidence v on v.id = piece join claim c on c.id = v.claim_id
         where e.id = told and e.article_id = c.article_id and e.act = what and e.person_id = who
           and e.role = coalesce(as_role, e.role) and e.body::jsonb #>> '{facts,evidence}' = piece::text)
$$;

create function opening_has_its_entries() returns trigger language plpgsql as $$
begin
    if not entry_tells_of_seal(new.asked_entry, new.evidence_id, 'UNSEAL_ASKED', new.asked_by, new.asked_role)
        or new.answered_at is not null and not entry_tells_of_seal(new.answered_entry, new.evidence_id,
            case when new.granted then 'UNSEAL_GRANTED' else 'UNSEAL_REFUSED' end, new.answered_by, new.answered_role) then
        raise exception 'opening % has no entry that tells of it', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger opening_has_its_entries after insert or update on opening
    deferrable initially deferred for each row execute function opening_has_its_entries();

create function unsealed_while_open() returns trigger language plpgsql as $$
begin
    if not exists (select from opening o where o.id = new.opening_id and o.granted and new.person_id in (o.asked_by, o.answered_by)
            and new.at >= o.answered_at and new.at < o.open_until
            and entry_tells_of_seal(new.entry_id, o.evidence_id, 'UNSEAL_READ', new.person_id, null)) then
        raise exception 'the seal is not open to them' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger unsealed_while_open after insert on unsealed
    deferrable initially deferred for each row execute function unsealed_while_open();

grant select, insert on seal, sealed_person, opening, unsealed to ${service};
grant update (answered_by, answered_role, answered_at, answered_entry, granted, refusal, open_until) on opening to ${service};
grant usage, select on sequence sealed_source_seq, opening_seq to ${service};
