-- The same claim again: earlier claims are found by the words they have, and what a person says of two of them is kept.

-- Trusted since PostgreSQL 13: the owner of the database may make it.
create extension if not exists pg_trgm;

create table claim_wording (
    claim_id bigint primary key references claim,
    wording  text not null,
    heading  text not null,
    words    tsvector generated always as (setweight(to_tsvector('english', wording), 'A')
                 || setweight(to_tsvector('english', heading), 'B')) stored
);
comment on table claim_wording is 'The words of a claim and of its article''s headline, as they are compared; made anew from them.';
-- Without the list of pending entries, which every search would read through.
create index claim_wording_words on claim_wording using gin (words) with (fastupdate = off);

create table claim_vector (
    claim_id bigint primary key references claim_wording,
    model    text not null check (model ~ '\S'),
    wording  bytea not null check (length(wording) = 384),
    heading  bytea not null check (length(heading) = 384)
);
comment on table claim_vector is 'What a claim and its article''s headline mean, by a model: directions in 384 dimensions, an octet each.';

create table word (
    word   text primary key,
    claims bigint not null check (claims >= 0)
);
comment on table word is 'How many claims have a word; how many claims there are stands by the empty word.';
create index word_spelled_alike on word using gin (word gin_trgm_ops);

-- In the order of the words, so that two who count at once never wait for each other in a ring.
create function count_words() returns trigger language plpgsql as $$
begin
    insert into word (word, claims)
    select w, sum(n) from (
        select unnest(array_append(tsvector_to_array(new.words), '')) as w, 1 as n
        union all
        select unnest(case tg_op when 'UPDATE' then array_append(tsvector_to_array(old.words), '') end), -1) changed
     group by w having sum(n) > 0 order by w
    on conflict (word) do update set claims = word.claims + excluded.claims;
    if tg_op = 'UPDATE' then
        perform from word where word = any(tsvector_to_array(old.words)) order by word for update;
        update word set claims = claims - 1
         where word = any(tsvector_to_array(old.words)) and word <> all(tsvector_to_array(new.words));
    end if;
    return null;
end $$;
create trigger claim_wording_counts after insert or update of wording, heading on claim_wording
    for each row execute function count_words();

create table claim_wording_due (
    claim_id bigint primary key references claim,
    due_at   timestamptz not null,
    attempts integer not null default 0 check (attempts >= 0)
);
comment on table claim_wording_due is 'Claims whose words are to be looked at: the job of whichever instance comes first.';
create index claim_wording_due_first on claim_wording_due (due_at, claim_id);

create function look_at_wording() returns trigger language plpgsql as $$
begin
    insert into claim_wording_due (claim_id, due_at) values (new.id, new.changed_at)
    on conflict (claim_id) do update set due_at = excluded.due_at;
    return null;
end $$;
create trigger look_at_new_wording after insert on claim for each row execute function look_at_wording();
create trigger look_at_wording after update on claim for each row
    when (old.exact is distinct from new.exact) execute function look_at_wording();

create function look_at_headline() returns trigger language plpgsql as $$
begin
    insert into claim_wording_due (claim_id, due_at)
    select c.id, c.changed_at from claim c where c.article_id = new.id order by c.id
    on conflict (claim_id) do update set due_at = excluded.due_at;
    return null;
end $$;
create trigger look_at_headline after update on article for each row
    when (old.headline is distinct from new.headline) execute function look_at_headline();

insert into claim_wording_due (claim_id, due_at) select id, marked_at from claim;

-- What a person says of two claims. It is never edited; it is taken back once, with a reason.
create sequence claim_match_seq increment by 1;
create table claim_match (
    id            bigint primary key default nextval('claim_match_seq'),
    claim_id      bigint not null references claim,
    other_id      bigint not null references claim,
    same          boolean not null,
    decided_by    uuid not null references person,
    decided_at    timestamptz not null,
    decided_entry bigint not null references entry deferrable initially deferred,
    ended_by      uuid references person,
    ended_at      timestamptz,
    ended_entry   bigint references entry deferrable initially deferred,
    end_reason    text check (end_reason ~ '\S'),
    -- Of two claims, once, and never of one with itself.
    constraint smaller_first check (claim_id < other_id),
    check (num_nonnulls(ended_by, ended_at, ended_entry, end_reason) in (0, 4))
);
comment on column claim_match.same is 'Whether both say the same; where not, neither is suggested for the other.';
create unique index claim_match_once on claim_match (claim_id, other_id) where ended_at is null;
create index claim_match_of_other on claim_match (other_id) where ended_at is null;

create function match_only_ended() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null
        or (to_jsonb(new) - 'ended_by' - 'ended_at' - 'ended_entry' - 'end_reason')
            <> (to_jsonb(old) - 'ended_by' - 'ended_at' - 'ended_entry' - 'end_reason') then
        raise exception 'what was said of two claims is only taken back, once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger match_only_ended before update on claim_match for each row execute function match_only_ended();
create trigger match_no_delete before delete on claim_match for each row execute function refuse_change();
create trigger match_no_truncate before truncate on claim_match for each statement execute function refuse_change();

create function match_has_its_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and not exists (select from entry e where e.id = new.decided_entry and e.person_id = new.decided_by
            and e.act = case when new.same then 'LINK' else 'UNLIKE' end)
        or tg_op = 'UPDATE' and not exists (select from entry e where e.id = new.ended_entry and e.person_id = new.ended_by
            and e.act = 'UNLINK') then
        raise exception 'a match of claims % and % without its entry', new.claim_id, new.other_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger match_has_its_entry after insert or update on claim_match
    deferrable initially deferred for each row execute function match_has_its_entry();

create function entry_has_its_match() returns trigger language plpgsql as $$
begin
    if not exists (select from claim_match m where new.id in (m.decided_entry, m.ended_entry)) then
        raise exception 'entry % tells of a match that is not there', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger entry_has_its_match after insert on entry deferrable initially deferred
    for each row when (new.act in ('LINK', 'UNLIKE', 'UNLINK')) execute function entry_has_its_match();
create index claim_match_decided on claim_match (decided_entry);
create index claim_match_ended on claim_match (ended_entry) where ended_entry is not null;

grant select, insert, update on claim_wording, claim_vector, word to ${service};
grant select, insert, update, delete on claim_wording_due to ${service};
grant delete on claim_vector to ${service};
grant select, insert on claim_match to ${service};
grant update (ended_by, ended_at, ended_entry, end_reason) on claim_match to ${service};
grant usage, select on sequence claim_match_seq to ${service};
