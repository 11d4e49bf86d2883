-- Who or what evidence comes from, and what lies behind that. A source is a name; it never changes, and is discredited once.

create sequence source_seq increment by 1;
create table source (
    id               bigint primary key default nextval('source_seq'),
    name             text not null check (name ~ '\S' and name !~ '(^\s|\s$|\s\s)' and length(name) <= 500),
    made_by          uuid not null references person,
    made_at          timestamptz not null,
    discredited_by   uuid references person,
    discredited_at   timestamptz,
    discredit_reason text check (discredit_reason ~ '\S'),
    check ((discredited_at is null) = (discredited_by is null) and (discredited_at is null) = (discredit_reason is null))
);
comment on table source is 'Who or what evidence comes from: a person, a body, a document, a site, a wire service. Made by the first piece of evidence that names it.';
-- Capital letters make no other source, in any language; the collation is built in, so that it folds alike on every server.
create unique index source_by_name on source (casefold(name collate pg_unicode_fast));

alter table evidence
    add column source_id bigint references source,
    add column origin_id bigint references source,
    add column rank text not null default 'SECONDARY' check (rank in ('PRIMARY', 'SECONDARY')),
    add check (origin_id <> source_id),
    -- What tells of something else is not first-hand.
    add check (rank = 'SECONDARY' or origin_id is null);
comment on column evidence.source_id is 'Null: nobody said. All such pieces of a claim count as one origin.';
comment on column evidence.origin_id is 'Who or what the source has it from; null: the source itself, as far as is known.';
comment on column evidence.rank is 'PRIMARY: the source saw it, made it or is the thing itself. SECONDARY: it tells of it.';

-- What is there already gets the source it would get today: the site of a link, the person of an interview.
alter table evidence disable trigger evidence_only_withdrawn;
create temporary table derived on commit drop as
    select e.id, e.attached_by, e.attached_at, case e.kind
             when 'INTERVIEW' then e.interviewee
             else regexp_replace(lower(substring(e.address from '^[A-Za-z]+://(?:[^/?#@]*@)?([^/:?#]+)')), '^www\.', '') end as name
      from evidence e where e.kind in ('INTERVIEW', 'LINK');
insert into source (name, made_by, made_at)
    select distinct on (casefold(name collate pg_unicode_fast)) name, attached_by, attached_at from derived
     where name ~ '\S' and name !~ '(^\s|\s$|\s\s)' order by casefold(name collate pg_unicode_fast), id;
update evidence e set source_id = s.id from derived d
  join source s on casefold(s.name collate pg_unicode_fast) = casefold(d.name collate pg_unicode_fast) where d.id = e.id;
set constraints all immediate;
alter table evidence enable trigger evidence_only_withdrawn;
create index evidence_of_source on evidence (source_id, claim_id) where source_id is not null;
create index evidence_of_origin on evidence (origin_id, claim_id) where origin_id is not null;
set constraints all deferred;

-- The reason given where the desk's rule of sources was not met; as bound to the verdict as its rationale.
alter table verdict add column waived text check (waived ~ '\S');
comment on column verdict.waived is 'Why it was given though the desk''s rule of sources was not met; null where it was met, or before there was a rule.';

-- An act on a source belongs to no article: it goes across them.
alter table entry
    alter column article_id drop not null,
    add column source_id bigint references source,
    add check ((article_id is null) = (source_id is not null)),
    add check (source_id is null or claim_id is null);
comment on column entry.source_id is 'The source an act was done on; such an act is on no article.';
create unique index entry_of_source on entry (source_id, act) where source_id is not null;

create trigger source_no_delete before delete on source for each row execute function refuse_change();
create trigger source_no_truncate before truncate on source for each statement execute function refuse_change();

create function source_only_discredited() returns trigger language plpgsql as $$
begin
    if old.discredited_at is not null
        or (to_jsonb(new) - 'discredited_by' - 'discredited_at' - 'discredit_reason')
            <> (to_jsonb(old) - 'discredited_by' - 'discredited_at' - 'discredit_reason') then
        raise exception 'a source keeps its name, and is discredited once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger source_only_discredited before update on source for each row execute function source_only_discredited();

-- A source comes with the evidence that names it, and begins trusted.
create function source_comes_with_evidence() returns trigger language plpgsql as $$
begin
    if new.discredited_at is not null
        or not exists (select from evidence e where e.source_id = new.id)
            and not exists (select from evidence e where e.origin_id = new.id) then
        raise exception 'source % comes with the evidence that names it', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger source_comes_with_evidence after insert on source
    deferrable initially deferred for each row execute function source_comes_with_evidence();

-- No discrediting without its entry, and when it is done no verdict that leans on the source stands.
create function source_has_its_entry() returns trigger language plpgsql as $$
begin
    if not exists (select from entry e where e.source_id = new.id and e.act = 'DISCREDIT' and e.person_id = new.discredited_by) then
        raise exception 'source % is discredited without an entry', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from evidence e join claim c on c.id = e.claim_id join verdict v on v.id = c.verdict_id
            where (e.source_id = new.id or e.origin_id = new.id) and e.id = any (v.evidence) and c.dropped_at is null) then
        raise exception 'a verdict leans on source %, which is discredited', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger source_has_its_entry after update on source
    deferrable initially deferred for each row execute function source_has_its_entry();

-- No entry on a source without the change it tells of.
create function entry_has_its_source() returns trigger language plpgsql as $$
begin
    if not exists (select from source s where s.id = new.source_id and s.discredited_by = new.person_id and new.act = 'DISCREDIT') then
        raise exception 'entry % tells of a change that source % has not seen', new.id, new.source_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger entry_has_its_source after insert on entry
    deferrable initially deferred for each row when (new.source_id is not null) execute function entry_has_its_source();

grant select, insert on source to ${service};
grant update (discredited_by, discredited_at, discredit_reason) on source to ${service};
grant usage, select on sequence source_seq to ${service};
