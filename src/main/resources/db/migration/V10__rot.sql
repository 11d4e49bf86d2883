-- Rot: captures are taken again, held against the one that people rely on, and what changed, moved or is gone is told
-- until somebody says that it may stand. Where nobody asked, the service did, and the history says so.

insert into person (id, username, name, seen_at) values ('00000000-0000-4000-8000-00000000c1a1', 'claimdesk', 'Claimdesk', now());
alter table entry add constraint entry_of_the_service check ((role = 'SERVICE') = (person_id = '00000000-0000-4000-8000-00000000c1a1')
    and (role <> 'SERVICE' or act = 'CAPTURE'));

alter table capture
    alter column asked_entry drop not null,
    add column reference_id bigint references capture,
    add column fate text check (fate in ('SAME', 'CHANGED', 'GONE', 'UNSEEN')),
    add column moved boolean,
    add column stood integer check (stood >= 0),
    add column lost bigint[],
    -- What a person asks for is an act of its own; what the service asks for is told by the one entry when it is finished.
    add constraint asked_by_an_act check ((asked_entry is null) = (asked_by = '00000000-0000-4000-8000-00000000c1a1')),
    add constraint fate_by_reference check ((fate is null) = (reference_id is null) and reference_id < id),
    add constraint fate_by_state check (fate is null or state = 'DONE' and fate in ('SAME', 'CHANGED')
        or state = 'FAILED' and fate in ('GONE', 'UNSEEN')),
    add constraint fate_in_detail check ((coalesce(fate, '') in ('SAME', 'CHANGED')) = (moved is not null)
        and (moved is null) = (stood is null) and (moved is null) = (lost is null)),
    add constraint lost_where_changed check (lost is null or cardinality(lost) = 0 or fate = 'CHANGED' and cardinality(lost) <= stood),
    drop constraint done_has_its_digests,
    add constraint done_has_its_digests check (state <> 'DONE' or (status between 200 and 299 and final_address is not null
        and redirects is not null and media_type is not null and size is not null and digest is not null and failure is null
        and (warc_digest is not null and warc_size is not null and (text_digest is null) = (no_text is not null)
            -- Where the service looked and it was the same, what was kept before is as good; nothing is kept twice.
            or fate = 'SAME' and not moved and asked_entry is null and warc_digest is null and warc_size is null
                and text_digest is null and no_text is null)));
comment on column capture.asked_entry is 'The act that asked for it: ATTACH or RECAPTURE; null where the service looked by itself.';
comment on column capture.reference_id is 'The capture it was held against when it was finished; null for the first good one and what came before it.';
comment on column capture.fate is 'What has become of the page: GONE where the site says so, UNSEEN where nothing can be said.';
comment on column capture.moved is 'Whether it is at another address than the reference, whatever its words are.';
comment on column capture.stood is 'How many picked passages stand in the text of the reference.';
comment on column capture.lost is 'Those of them that do not stand in this text.';

create table watch (
    evidence_id  bigint primary key references evidence,
    claim_id     bigint not null references claim,
    reference_id bigint references capture,
    look_id      bigint references capture,
    open         boolean not null default false,
    misses       integer not null default 0 check (misses >= 0),
    next_at      timestamptz not null,
    check (not open or look_id is not null),
    check (look_id is null or reference_id is not null)
);
comment on table watch is 'A link that is looked at again and again.';
comment on column watch.reference_id is 'The capture people rely on: the first good one, or the last that somebody accepted instead.';
comment on column watch.look_id is 'The last capture that told what has become of the page.';
comment on column watch.open is 'Whether it changed, moved or is gone, and nobody has accepted that.';
comment on column watch.misses is 'How often in a row nothing came.';
create index watch_due on watch (next_at, evidence_id);
create index watch_open on watch (claim_id) where open;
create index watch_open_lately on watch (look_id) where open;

create sequence acknowledgement_seq increment by 1;
create table acknowledgement (
    id              bigint primary key default nextval('acknowledgement_seq'),
    evidence_id     bigint not null references watch,
    capture_id      bigint not null unique references capture,
    reason          text not null check (reason ~ '\S'),
    acknowledged_by uuid not null references person,
    acknowledged_at timestamptz not null,
    entry_id        bigint not null references entry deferrable initially deferred
);
comment on table acknowledgement is 'Somebody accepted a page as it is now. Where it is there, it is held against that from then on.';
create index acknowledgement_of_evidence on acknowledgement (evidence_id, id);

-- Links from before are watched too, beginning within a week, not all at once.
insert into watch (evidence_id, claim_id, reference_id, next_at)
    select e.id, e.claim_id, (select min(c.id) from capture c where c.evidence_id = e.id and c.state = 'DONE'),
           now() + random() * interval '7 days'
      from evidence e where e.kind = 'LINK'
       and not exists (select from capture c where c.evidence_id = e.id and c.finished_at is null)
    union all
    select e.id, e.claim_id, (select min(c.id) from capture c where c.evidence_id = e.id and c.state = 'DONE'), now() + interval '7 days'
      from evidence e where e.kind = 'LINK' and exists (select from capture c where c.evidence_id = e.id and c.finished_at is null);

create trigger watch_no_delete before delete on watch for each row execute function refuse_change();
create trigger watch_no_truncate before truncate on watch for each statement execute function refuse_change();
create trigger acknowledgement_append_only before update or delete on acknowledgement for each row execute function refuse_change();
create trigger acknowledgement_no_truncate before truncate on acknowledgement for each statement execute function refuse_change();

-- As before, and: it is finished in the name of who asked, held against the reference there is, and the watch knows it.
create or replace function capture_has_its_entries() returns trigger language plpgsql as $$
declare
    claimed record;
    watched record;
    reference record;
begin
    select c.id, c.article_id into claimed from evidence e join claim c on c.id = e.claim_id where e.id = new.evidence_id;
    if tg_op = 'INSERT' and new.asked_entry is not null and not exists (select from entry e where e.id = new.asked_entry
            and e.article_id = claimed.article_id
            and e.person_id = new.asked_by and (e.act = 'ATTACH' and e.claim_id = claimed.id or e.act = 'RECAPTURE')) then
        raise exception 'capture % was asked for by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.text_digest is not null and not exists (select from capture_text t where t.capture_id = new.id
            and sha256(convert_to(t.text, 'UTF8')) = new.text_digest) then
        raise exception 'capture % has not the text that it names', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.finished_at is null then
        return null;
    end if;
    if not exists (select from entry e where e.id = new.entry_id
            and e.article_id = claimed.article_id and e.act = 'CAPTURE' and e.person_id = new.asked_by) then
        raise exception 'capture % is finished without an entry of its own', new.id using errcode = 'integrity_constraint_violation';
    end if;
    select w.reference_id, w.look_id into watched from watch w where w.evidence_id = new.evidence_id;
    if not found or new.fate <> 'UNSEEN' and watched.look_id is distinct from greatest(watched.look_id, new.id)
            or new.fate is null and watched.reference_id <> new.id or new.state = 'DONE' and watched.reference_id is null then
        raise exception 'capture % is finished, and the watch does not know it', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.fate is not null then
        select c.evidence_id, c.digest, c.text_digest, c.warc_digest into reference from capture c where c.id = new.reference_id;
        if reference.evidence_id <> new.evidence_id or reference.warc_digest is null
                or new.fate = 'SAME' and reference.digest <> new.digest
                    and (reference.text_digest is null or new.warc_digest is not null and new.text_digest is null)
                or new.fate = 'CHANGED' and (reference.digest = new.digest or reference.text_digest = new.text_digest)
                or exists (select from unnest(new.lost) l where not exists (
                    select from passage p join capture k on k.id = p.capture_id where p.id = l and k.evidence_id = new.evidence_id)) then
            raise exception 'capture % is not what its reference says', new.id using errcode = 'integrity_constraint_violation';
        end if;
    end if;
    return null;
end $$;

-- Another reference, and silence about what is not as it was, need somebody who accepted it.
create function watch_tells_the_truth() returns trigger language plpgsql as $$
declare
    reference record;
    look record;
begin
    if not exists (select from evidence e where e.id = new.evidence_id and e.claim_id = new.claim_id and e.kind = 'LINK') then
        raise exception 'a watch is for a link, on its claim' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' and old.reference_id is distinct from new.reference_id and old.reference_id is not null
            and not exists (select from acknowledgement a where a.evidence_id = new.evidence_id and a.capture_id = new.reference_id) then
        raise exception 'nobody accepted capture % as the reference', new.reference_id using errcode = 'integrity_constraint_violation';
    end if;
    select c.evidence_id, c.state, c.warc_digest into reference from capture c where c.id = new.reference_id;
    if found and (reference.evidence_id <> new.evidence_id or reference.state <> 'DONE' or reference.warc_digest is null) then
        raise exception 'capture % is no reference', new.reference_id using errcode = 'integrity_constraint_violation';
    end if;
    select c.id, c.evidence_id, c.reference_id, c.fate, c.fate in ('CHANGED', 'GONE') or c.moved as other into look
      from capture c where c.id = new.look_id;
    if not found then
        return null;
    end if;
    if look.evidence_id <> new.evidence_id or look.fate is null or look.fate = 'UNSEEN' then
        raise exception 'capture % tells nothing', new.look_id using errcode = 'integrity_constraint_violation';
    end if;
    if new.open and (not look.other or look.reference_id <> new.reference_id) then
        raise exception 'nothing is open about evidence %', new.evidence_id using errcode = 'integrity_constraint_violation';
    end if;
    if not new.open and look.other and not exists (
            select from acknowledgement a join capture k on k.id = a.capture_id where a.evidence_id = new.evidence_id
               and (k.id = look.id or k.fate = 'GONE' and look.fate = 'GONE' and k.reference_id = look.reference_id)) then
        raise exception 'nobody accepted what has become of evidence %', new.evidence_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger watch_tells_the_truth after insert or update on watch
    deferrable initially deferred for each row execute function watch_tells_the_truth();

-- Accepted is what is there to be accepted, by an act; on a verified claim by nobody who sourced it or wrote the article.
create function acknowledgement_is_an_act() returns trigger language plpgsql as $$
declare
    claimed record;
begin
    select c.id, c.article_id, c.state, c.dropped_at into claimed from evidence e join claim c on c.id = e.claim_id where e.id = new.evidence_id;
    if not exists (select from entry e where e.id = new.entry_id and e.article_id = claimed.article_id and e.act = 'ACKNOWLEDGE'
            and e.person_id = new.acknowledged_by) then
        raise exception 'acknowledgement % was given by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if claimed.dropped_at is not null or not exists (select from watch w join capture c on c.id = w.look_id
            where w.evidence_id = new.evidence_id and not w.open and c.id = new.capture_id and (c.fate in ('CHANGED', 'GONE') or c.moved)
              and w.reference_id = case c.state when 'DONE' then c.id else c.reference_id end) then
        raise exception 'there is nothing to accept in capture %', new.capture_id using errcode = 'integrity_constraint_violation';
    end if;
    if claimed.state = 'VERIFIED' and (
            exists (select from sourcing s where s.claim_id = claimed.id and s.person_id = new.acknowledged_by)
            or exists (select from article_author a where a.article_id = claimed.article_id and a.person_id = new.acknowledged_by)) then
        raise exception 'who sourced a verified claim or wrote the article does not accept what became of its evidence' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger acknowledgement_is_an_act after insert on acknowledgement
    deferrable initially deferred for each row execute function acknowledgement_is_an_act();

grant select, insert on watch, acknowledgement to ${service};
grant update (reference_id, look_id, open, misses, next_at) on watch to ${service};
grant update (reference_id, fate, moved, stood, lost) on capture to ${service};
grant usage, select on sequence acknowledgement_seq to ${service};
