-- What can be seen and read of files, and of what was captured and is no page: its text, and how it is shown. All of it is
-- made of the content alone, so it stands by the digest of that, once, whatever number of pieces has it.

alter table capture
    add column content_digest bytea check (length(content_digest) = 32),
    add check (state = 'DONE' or content_digest is null);
comment on column capture.content_digest is 'SHA-256 of the body unpacked; null for one that is older than previews.';
create index capture_of_content on capture (content_digest) where content_digest is not null;

create table look (
    digest      bytea primary key check (length(digest) = 32),
    state       text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE')),
    attempts    integer not null default 0 check (attempts >= 0),
    due_at      timestamptz not null,
    lease_until timestamptz,
    trouble     text check (trouble ~ '\S'),
    done_at     timestamptz,
    media_type  text,
    show        text check (show in ('PICTURE', 'PAGES', 'SOUND')),
    unshown     text check (unshown ~ '\S'),
    pages       integer check (pages > 0),
    text_digest bytea check (length(text_digest) = 32),
    textless    text check (textless ~ '\S'),
    cut         boolean not null default false,
    check ((state = 'RUNNING') = (lease_until is not null)),
    check ((state = 'DONE') = (done_at is not null)),
    check (case when state = 'DONE'
        then media_type is not null and (show is null) = (unshown is not null) and (text_digest is null) = (textless is not null)
        else media_type is null and show is null and text_digest is null end),
    check (show <> 'PAGES' or pages is not null)
);
comment on table look is 'What can be seen and read of content: the job of looking at it, and what was found.';
comment on column look.trouble is 'Why the last attempt failed for a reason of ours; it is tried again.';
comment on column look.media_type is 'By content, not by its name.';
comment on column look.unshown is 'Why there is neither picture nor recording.';
comment on column look.textless is 'Why there is no text.';
create index look_due on look (due_at, digest) where state in ('WAITING', 'RUNNING');

create table file_text (
    digest bytea primary key references look,
    text   text not null check (text ~ '\S' and length(text) <= 500000),
    starts integer[] not null check (cardinality(starts) = 0 or starts[1] = 0)
);
comment on table file_text is 'The readable text of content: what passages are picked from.';
comment on column file_text.starts is 'Where each page or slide begins, in code points; empty where it has none.';

-- What brings content asks for the look at it.
create function look_at_file() returns trigger language plpgsql as $$
begin
    insert into look (digest, due_at) values (new.digest, new.attached_at) on conflict do nothing;
    return null;
end $$;
create trigger look_at_file after insert on evidence for each row when (new.kind = 'FILE') execute function look_at_file();

create function look_at_capture() returns trigger language plpgsql as $$
begin
    insert into look (digest, due_at) values (new.content_digest, new.finished_at) on conflict do nothing;
    return null;
end $$;
create trigger look_at_capture after update on capture for each row
    when (old.state <> 'DONE' and new.state = 'DONE' and new.text_digest is null and new.content_digest is not null)
    execute function look_at_capture();

insert into look (digest, due_at) select digest, min(attached_at) from evidence where kind = 'FILE' group by digest;

create function look_goes_on() returns trigger language plpgsql as $$
begin
    if old.state = 'DONE' or new.digest <> old.digest then
        raise exception 'what was seen never changes' using errcode = 'restrict_violation';
    end if;
    if not ((old.state = 'WAITING' and new.state = 'RUNNING' and new.attempts = old.attempts + 1)
            or (old.state = 'RUNNING' and new.state = 'RUNNING' and new.attempts - old.attempts in (0, 1))
            or (old.state = 'RUNNING' and new.state <> 'RUNNING' and new.attempts = old.attempts)) then
        raise exception 'a look does not go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger look_goes_on before update on look for each row execute function look_goes_on();
create trigger look_no_delete before delete on look for each row execute function refuse_change();
create trigger look_no_truncate before truncate on look for each statement execute function refuse_change();
create trigger file_text_append_only before update or delete on file_text for each row execute function refuse_change();
create trigger file_text_no_truncate before truncate on file_text for each statement execute function refuse_change();

create function look_has_its_text() returns trigger language plpgsql as $$
begin
    if new.text_digest is not null and not exists (select from file_text t where t.digest = new.digest
            and sha256(convert_to(t.text, 'UTF8')) = new.text_digest) then
        raise exception 'a look has not the text that it names' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger look_has_its_text after update on look
    deferrable initially deferred for each row execute function look_has_its_text();

create function file_text_has_its_look() returns trigger language plpgsql as $$
begin
    if not exists (select from look l where l.digest = new.digest and l.text_digest = sha256(convert_to(new.text, 'UTF8'))) then
        raise exception 'that is not the text of this content' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger file_text_has_its_look after insert on file_text
    deferrable initially deferred for each row execute function file_text_has_its_look();

-- Passages of any evidence: picked from the text of a capture or of content, or typed by hand, with where they stand.
alter table passage
    add column evidence_id bigint,
    add column digest bytea references file_text,
    add column locator text check (locator ~ '\S' and length(locator) <= 500),
    alter column capture_id drop not null,
    alter column prefix drop not null,
    alter column suffix drop not null,
    alter column start_at drop not null,
    alter column end_at drop not null;
alter table passage disable trigger passage_append_only;
update passage p set evidence_id = c.evidence_id from capture c where c.id = p.capture_id;
alter table passage enable trigger passage_append_only;
alter table passage
    alter column evidence_id set not null,
    add foreign key (evidence_id) references evidence,
    add constraint passage_is_picked_or_typed check (case when start_at is null
        then capture_id is null and digest is null and end_at is null and prefix is null and suffix is null and locator is not null
        else (capture_id is not null or digest is not null) and end_at is not null and prefix is not null and suffix is not null end);
comment on table passage is 'Words quoted from evidence: picked from its text, as W3C TextQuoteSelector and TextPositionSelector in code points, or typed.';
comment on column passage.digest is 'The content whose text they were picked from; null: the text of the capture, or none where they were typed.';
comment on column passage.locator is 'Where they stand, such as page 3 or 00:12:31.';
drop index passage_of_capture;
create index passage_of_evidence on passage (evidence_id, id);

-- A passage belongs to what it was picked from, and stands in the text of that.
create or replace function passage_stands_there() returns trigger language plpgsql as $$
declare
    piece record;
begin
    select e.kind, e.digest, c.id as claim, c.article_id into piece
      from evidence e join claim c on c.id = e.claim_id where e.id = new.evidence_id;
    if piece.kind = 'INTERVIEW' then
        raise exception 'what was said in an interview is kept with the interview' using errcode = 'check_violation';
    end if;
    if new.capture_id is not null and not exists (select from capture k where k.id = new.capture_id
            and k.evidence_id = new.evidence_id and (new.digest is null or k.content_digest = new.digest)) then
        raise exception 'the passage is of another capture' using errcode = 'check_violation';
    end if;
    if new.capture_id is null and new.digest is not null and (piece.kind <> 'FILE' or piece.digest <> new.digest) then
        raise exception 'the passage is of another file' using errcode = 'check_violation';
    end if;
    if new.start_at is not null and not exists (
            select from capture_text t where new.digest is null and t.capture_id = new.capture_id
               and substr(t.text, new.start_at + 1, new.end_at - new.start_at) = new.exact
            union all
            select from file_text t where t.digest = new.digest
               and substr(t.text, new.start_at + 1, new.end_at - new.start_at) = new.exact) then
        raise exception 'the words of the passage do not stand there' using errcode = 'check_violation';
    end if;
    if not exists (select from entry e where e.id = new.entry_id and e.article_id = piece.article_id and e.act = 'QUOTE'
            and e.person_id = new.picked_by) then
        raise exception 'passage % was picked by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

grant select, insert on look, file_text to ${service};
grant update (state, attempts, due_at, lease_until, trouble, done_at, media_type, show, unshown, pages, text_digest, textless, cut)
    on look to ${service};
grant update (content_digest) on capture to ${service};
