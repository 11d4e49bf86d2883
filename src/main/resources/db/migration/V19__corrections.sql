-- After publication: cases that open by themselves, corrections that are issued. Right of reply: who was asked what, what
-- came back, and where it stands in the text.

create sequence correction_case_seq increment by 1;
create table correction_case (
    id            bigint primary key default nextval('correction_case_seq'),
    article_id    bigint not null references article,
    claim_id      bigint not null references claim,
    opened_at     timestamptz not null,
    outcome       text check (outcome in ('NONE', 'CORRECTED')),
    reason        text check (reason ~ '\S'),
    decided_by    uuid references person,
    decided_at    timestamptz,
    decided_entry bigint references entry deferrable initially deferred,
    check (num_nonnulls(outcome, decided_by, decided_at, decided_entry) in (0, 4)),
    check ((outcome is not distinct from 'NONE') = (reason is not null))
);
comment on table correction_case is 'Something came out about a claim of a published article; the standards desk decides whether that is corrected.';
create unique index correction_case_once on correction_case (claim_id) where decided_at is null;
create index correction_case_open on correction_case (id) where decided_at is null;
create index correction_case_of_article on correction_case (article_id, id);
create index correction_case_of_claim on correction_case (claim_id, id);

create sequence case_cause_seq increment by 1;
create table case_cause (
    id          bigint primary key default nextval('case_cause_seq'),
    case_id     bigint not null references correction_case,
    kind        text not null check (kind in ('OVERTURNED', 'REWORDED', 'CHANGED', 'GONE')),
    claim_id    bigint not null references claim,
    evidence_id bigint references evidence,
    entry_id    bigint not null references entry deferrable initially deferred,
    at          timestamptz not null,
    unique (case_id, entry_id),
    check ((kind in ('CHANGED', 'GONE')) = (evidence_id is not null))
);
comment on column case_cause.claim_id is 'The claim it happened to: that of the case, or one that says the same.';
comment on column case_cause.entry_id is 'The act that it was: OVERTURN, REWORD or CAPTURE.';
create index case_cause_of_entry on case_cause (entry_id);

create sequence correction_seq increment by 1;
create table correction (
    id         bigint primary key default nextval('correction_seq'),
    case_id    bigint not null references correction_case,
    article_id bigint not null references article,
    follows    bigint unique references correction,
    kind       text not null check (kind in ('CORRECTION', 'CLARIFICATION', 'EDITORS_NOTE', 'RETRACTION')),
    text       text not null check (text ~ '\S'),
    dated      date not null,
    placed     text not null check (placed in ('TOP', 'FOOT', 'IN_PLACE', 'ELSEWHERE')),
    placed_at  text check (placed_at ~* '^https?://' and length(placed_at) <= 500),
    headline   text not null check (headline ~ '\S'),
    address    text not null check (address ~* '^https?://'),
    issued_by  uuid not null references person,
    issued_at  timestamptz not null,
    entry_id   bigint not null references entry deferrable initially deferred,
    check (follows < id),
    check ((placed = 'ELSEWHERE') = (placed_at is not null))
);
comment on table correction is 'What was said to readers. It is never edited, only followed by another.';
comment on column correction.headline is 'Of the published revision, as for address: what readers know it by.';
create unique index correction_first_of_case on correction (case_id) where follows is null;
create index correction_of_case on correction (case_id, id);
create index correction_of_article on correction (article_id, id);

do $$
declare
    kept text;
begin
    foreach kept in array array['case_cause', 'correction'] loop
        execute format('create trigger %1$s_append_only before update or delete on %1$I for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function refuse_change()', kept);
    end loop;
end $$;
create trigger correction_case_no_delete before delete on correction_case for each row execute function refuse_change();
create trigger correction_case_no_truncate before truncate on correction_case for each statement execute function refuse_change();

create function case_decided_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.decided_at is not null then
            raise exception 'a case is opened first' using errcode = 'check_violation';
        end if;
    elsif old.decided_at is not null
        or (to_jsonb(new) - 'outcome' - 'reason' - 'decided_by' - 'decided_at' - 'decided_entry')
            <> (to_jsonb(old) - 'outcome' - 'reason' - 'decided_by' - 'decided_at' - 'decided_entry') then
        raise exception 'a case is decided once and never edited' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger case_decided_once before insert or update on correction_case for each row execute function case_decided_once();

-- A case is of a claim of a published article, with a cause; it is decided by an act of the standards desk, and that no
-- correction is needed by nobody who had a part in it.
create function case_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if not exists (select from claim c join publication p on p.article_id = c.article_id
                where c.id = new.claim_id and c.article_id = new.article_id)
            or not exists (select from case_cause x where x.case_id = new.id) then
            raise exception 'case % is of nothing published, or has no cause', new.id using errcode = 'integrity_constraint_violation';
        end if;
        return null;
    end if;
    if not entry_tells_of_article(new.decided_entry, new.article_id,
            case new.outcome when 'NONE' then 'NO_CORRECTION' else 'CORRECT' end, new.decided_by, '{STANDARDS}') then
        raise exception 'case % was decided by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.outcome = 'CORRECTED' and not exists (select from correction k where k.case_id = new.id
            and k.follows is null and k.entry_id = new.decided_entry) then
        raise exception 'case % has no correction', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.outcome = 'NONE' and (exists (select from sourcing s where s.claim_id = new.claim_id and s.person_id = new.decided_by)
        or exists (select from verdict v where v.claim_id = new.claim_id and v.given_by = new.decided_by)
        or exists (select from article_author w where w.article_id = new.article_id and w.person_id = new.decided_by)) then
        raise exception 'who sourced or verified a claim or wrote the article does not say that no correction is needed'
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger case_stands after insert or update on correction_case
    deferrable initially deferred for each row execute function case_stands();

-- A cause is what its act says, on the claim of the case or one linked to it.
create function cause_is_an_act() returns trigger language plpgsql as $$
declare
    its bigint := (select k.claim_id from correction_case k where k.id = new.case_id);
begin
    if not exists (select from entry e where e.id = new.entry_id and case new.kind
            when 'OVERTURNED' then e.act = 'OVERTURN' and e.claim_id = new.claim_id
            when 'REWORDED' then e.act = 'REWORD' and e.claim_id = new.claim_id
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
create constraint trigger cause_is_an_act after insert on case_cause
    deferrable initially deferred for each row execute function cause_is_an_act();

create function correction_is_an_act() returns trigger language plpgsql as $$
begin
    if not entry_tells_of_article(new.entry_id, new.article_id, 'CORRECT', new.issued_by, '{STANDARDS}') then
        raise exception 'correction % was issued by no act', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if not exists (select from correction_case k where k.id = new.case_id and k.article_id = new.article_id and k.outcome = 'CORRECTED'
            and (new.follows is not null or k.decided_entry = new.entry_id))
        or new.follows is not null and not exists (select from correction b where b.id = new.follows and b.case_id = new.case_id) then
        raise exception 'correction % is of no case that was decided so', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger correction_is_an_act after insert on correction
    deferrable initially deferred for each row execute function correction_is_an_act();

-- No verdict on a published article ends by an overturn or other words without a case that knows it.
create function published_claim_has_its_case() returns trigger language plpgsql as $$
begin
    if exists (select from publication p where p.article_id = new.article_id)
        and (new.act = 'OVERTURN' or new.body::jsonb #> '{facts,verdict}' is not null)
        and not exists (select from case_cause x where x.entry_id = new.id and x.claim_id = new.claim_id) then
        raise exception 'entry % needs a correction case', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger published_claim_has_its_case after insert on entry deferrable initially deferred
    for each row when (new.act in ('OVERTURN', 'REWORD')) execute function published_claim_has_its_case();

-- Right of reply.
create sequence reply_request_seq increment by 1;
create table reply_request (
    id           bigint primary key default nextval('reply_request_seq'),
    article_id   bigint not null references article,
    claims       bigint[] not null,
    person       text not null check (person ~ '\S' and length(person) <= 500),
    organisation text not null check (length(organisation) <= 500),
    questions    text not null check (questions ~ '\S'),
    channel      text not null check (channel in ('IN_PERSON', 'PHONE', 'VIDEO', 'EMAIL', 'MESSAGE', 'LETTER')),
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    recorded_by  uuid not null references person,
    role         text not null check (role in ('REPORTER', 'EDITOR')),
    recorded_at  timestamptz not null,
    entry_id     bigint not null references entry deferrable initially deferred,
    check (asked_at <= recorded_at and due_at > asked_at)
);
comment on table reply_request is 'Somebody the article tells of was asked what they say to it.';
create index reply_request_of_article on reply_request (article_id, id);

create sequence reply_answer_seq increment by 1;
create table reply_answer (
    id          bigint primary key default nextval('reply_answer_seq'),
    request_id  bigint not null references reply_request,
    outcome     text not null check (outcome in ('ANSWERED', 'DECLINED', 'SILENT', 'WITHDRAWN')),
    text        text not null check (outcome not in ('ANSWERED', 'WITHDRAWN') or text ~ '\S'),
    came_at     timestamptz not null,
    recorded_by uuid not null references person,
    role        text not null check (role in ('REPORTER', 'EDITOR')),
    recorded_at timestamptz not null,
    entry_id    bigint not null references entry deferrable initially deferred,
    check (came_at <= recorded_at)
);
comment on table reply_answer is 'What came back; the last one counts. WITHDRAWN: the request was a mistake, or is asked no more.';
create index reply_answer_of_request on reply_answer (request_id, id);

create sequence reply_place_seq increment by 1;
create table reply_place (
    id          bigint primary key default nextval('reply_place_seq'),
    answer_id   bigint not null references reply_answer,
    article_id  bigint not null references article,
    revision    integer not null,
    exact       text not null check (exact ~ '\S' and length(exact) <= 2000),
    start_at    integer not null check (start_at >= 0),
    end_at      integer not null check (end_at > start_at),
    recorded_by uuid not null references person,
    role        text not null check (role in ('REPORTER', 'EDITOR')),
    recorded_at timestamptz not null,
    entry_id    bigint not null references entry deferrable initially deferred,
    foreign key (article_id, revision) references revision (article_id, number)
);
comment on table reply_place is 'Where what came back stands in the text. It holds while these very words stand there.';
create index reply_place_of_answer on reply_place (answer_id, id);

do $$
declare
    kept text;
begin
    foreach kept in array array['reply_request', 'reply_answer', 'reply_place'] loop
        execute format('create trigger %1$s_append_only before update or delete on %1$I for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function refuse_change()', kept);
    end loop;
end $$;

create function reply_is_an_act() returns trigger language plpgsql as $$
declare
    of_article bigint;
begin
    if tg_table_name = 'reply_answer' then
        select r.article_id into of_article from reply_request r where r.id = new.request_id;
    else
        of_article := new.article_id;
    end if;
    if not entry_tells_of_article(new.entry_id, of_article, tg_argv[0], new.recorded_by, array[new.role]) then
        raise exception '% % was recorded by no act', tg_table_name, new.id using errcode = 'integrity_constraint_violation';
    end if;
    if tg_table_name = 'reply_request' then
        if exists (select from unnest(new.claims) one where not exists (select from claim c where c.id = one and c.article_id = of_article)) then
            raise exception 'request % is about no claim of the article', new.id using errcode = 'integrity_constraint_violation';
        end if;
    elsif tg_table_name = 'reply_place' then
        if not exists (select from reply_answer a join reply_request r on r.id = a.request_id where a.id = new.answer_id
                and r.article_id = of_article and a.outcome <> 'WITHDRAWN')
            or not exists (select from revision v where v.article_id = of_article and v.number = new.revision
                and substr(v.text, new.start_at + 1, new.end_at - new.start_at) = new.exact) then
            raise exception 'the words of place % do not stand there', new.id using errcode = 'check_violation';
        end if;
    end if;
    return null;
end $$;
create constraint trigger reply_request_is_an_act after insert on reply_request
    deferrable initially deferred for each row execute function reply_is_an_act('ASK_REPLY');
create constraint trigger reply_answer_is_an_act after insert on reply_answer
    deferrable initially deferred for each row execute function reply_is_an_act('REPLY');
create constraint trigger reply_place_is_an_act after insert on reply_place
    deferrable initially deferred for each row execute function reply_is_an_act('PLACE_REPLY');

create view reply_state as
select r.id, r.article_id, l.id as answer_id,
       case when l.id is null then case when r.due_at <= now() then 'OVERDUE' else 'WAITING' end
            when l.outcome = 'WITHDRAWN' then 'WITHDRAWN'
            when exists (select from reply_place p join article a on a.id = r.article_id
                           join revision v on v.article_id = a.id and v.number = a.revision
                          where p.answer_id = l.id and position(p.exact in v.text) > 0) then 'PLACED'
            else 'UNPLACED' end as state
  from reply_request r
  left join lateral (select a.id, a.outcome from reply_answer a where a.request_id = r.id order by a.id desc limit 1) l on true;

-- The gate sees what was asked and has not come back in time, and what came back and is not in the text.
alter view gate_item rename to gate_item_of_text;
create view gate_item as
select i.*, null::bigint as reply_id from gate_item_of_text i
union all
select s.article_id, 'REPLY', null, null, null, s.state || coalesce(' ' || s.answer_id, ''), s.id
  from reply_state s where s.state in ('OVERDUE', 'UNPLACED');

alter table waiver add column reply_id bigint references reply_request;
do $$
declare
    its name;
begin
    for its in select conname from pg_constraint where conrelid = 'waiver'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%claim_id IS NOT NULL%sentence IS NOT NULL%' loop
        execute format('alter table waiver drop constraint %I', its);
    end loop;
end $$;
alter table waiver add constraint waiver_of_something check (num_nonnulls(claim_id, sentence, reply_id) > 0);

create or replace function release_through_the_gate() returns trigger language plpgsql as $$
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
           and w.evidence_id is not distinct from i.evidence_id and w.reply_id is not distinct from i.reply_id
           and w.stood = i.stood and w.withdrawn_at is null and w.expires_at > new.released_at) limit 1;
    if found then
        raise exception 'the gate of article % is closed: %', new.article_id, barred using errcode = 'check_violation';
    end if;
    return null;
end $$;

grant select on gate_item, reply_state to ${service};
grant select, insert on correction_case, case_cause, correction, reply_request, reply_answer, reply_place to ${service};
grant update (outcome, reason, decided_by, decided_at, decided_entry) on correction_case to ${service};
grant usage, select on sequence correction_case_seq, case_cause_seq, correction_seq, reply_request_seq, reply_answer_seq,
    reply_place_seq to ${service};
