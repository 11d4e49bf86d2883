-- The tree over the entries: an index for each, the hashes, signed checkpoints, the keys that signed them. All of it is
-- only ever added to, without a gap (docs/ledger.md, ADR 21 and 22).

-- The hand-over of a signing key is an act of the service itself.
alter table entry
    drop constraint entry_of_the_service,
    add constraint entry_of_the_service check ((role = 'SERVICE') = (person_id = '00000000-0000-4000-8000-00000000c1a1')
        and (role <> 'SERVICE' or act in ('CAPTURE', 'KEY'))),
    drop constraint if exists entry_check1,
    add constraint entry_on_one_thing check (num_nonnulls(article_id, source_id) = case act when 'KEY' then 0 else 1 end),
    add constraint entry_is_no_longer_than_a_bundle_can_say check (octet_length(body) <= 65535);

-- What waits for its index. The entry's own transaction puts it here, and the leaf takes it away; nothing else can.
create table unsequenced (
    entry_id bigint primary key
);
insert into unsequenced select id from entry;
create function entry_waits() returns trigger language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    insert into unsequenced values (new.id);
    return null;
end $$;
create trigger entry_waits after insert on entry for each row execute function entry_waits();

create table leaf (
    idx      bigint primary key check (idx >= 0),
    entry_id bigint not null unique references entry,
    hash     bytea not null check (length(hash) = 32)
);
comment on table leaf is 'The index of each entry in the tree, and its leaf hash (RFC 6962): tiles of level 0.';

create table node (
    level smallint not null check (level between 1 and 7),
    idx   bigint not null check (idx >= 0),
    hash  bytea not null check (length(hash) = 32),
    primary key (level, idx)
);
comment on table node is 'Roots of complete subtrees over 256^level leaves: tiles of the levels above 0.';

create table checkpoint (
    size      bigint primary key check (size >= 0),
    root      bytea not null check (length(root) = 32),
    signed_at timestamptz not null,
    note      text not null check (note ~ '\S' and octet_length(note) <= 65536)
);
comment on table checkpoint is 'Signed tree heads as they were published (C2SP tlog-checkpoint), by size.';

create table log_key (
    number     integer primary key check (number >= 1),
    vkey       text not null unique check (vkey ~ '\S'),
    since_size bigint not null check (since_size >= 0),
    since      timestamptz not null,
    handover   text,
    entry_id   bigint references entry,
    check ((number = 1) = (handover is null) and (number = 1) = (entry_id is null))
);
comment on column log_key.since_size is 'Checkpoints of this size and more are signed by it, until the next key.';
comment on column log_key.handover is 'The note in which the key before it names it, signed by both.';

create table cosignature (
    size    bigint not null references checkpoint,
    witness text not null,
    line    text not null check (line ~ '\S'),
    at      timestamptz not null,
    primary key (size, witness)
);
comment on table cosignature is 'Lines that witnesses have put under checkpoints (C2SP tlog-cosignature), by their vkey.';

create table split_view (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    told_by text not null check (told_by ~ '\S'),
    ours    text not null,
    theirs  text not null,
    why     text not null check (why ~ '\S'),
    unique (told_by, theirs)
);
comment on table split_view is 'Two checkpoints of this ledger that cannot both be true, and who has told of it.';
create table self_check (
    id          bigint generated always as identity primary key,
    begun_at    timestamptz not null,
    finished_at timestamptz not null,
    size        bigint not null check (size >= 0),
    findings    jsonb not null
);
comment on column self_check.findings is 'What was found wrong, in words, the first hundred; an empty list where all is well.';

-- Leaves come in order, without a gap, each for an entry that waits, with the hash of that entry.
create function leaves_follow() returns trigger language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    first  bigint;
    last   bigint;
    many   bigint;
    before bigint;
    taken  bigint;
begin
    select min(idx), max(idx), count(*) into first, last, many from added;
    if many = 0 then
        return null;
    end if;
    select coalesce(max(idx), -1) into before from leaf where idx < first;
    if first <> before + 1 or last - first + 1 <> many or exists (select from leaf where idx > last) then
        raise exception 'a leaf follows the last one: % to %, % of them, after %', first, last, many, before using errcode = 'check_violation';
    end if;
    delete from unsequenced u using added a where u.entry_id = a.entry_id;
    get diagnostics taken = row_count;
    if taken <> many then
        raise exception 'a leaf is for an entry that waits for one' using errcode = 'check_violation';
    end if;
    if exists (select from added a join entry e on e.id = a.entry_id
            where a.hash <> sha256('\x00'::bytea || convert_to(e.body, 'UTF8'))) then
        raise exception 'a leaf has the hash of its entry' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger leaves_follow after insert on leaf referencing new table as added
    for each statement execute function leaves_follow();

create function nodes_follow() returns trigger language plpgsql as $$
declare
    grown  record;
    before bigint;
    leaves bigint;
begin
    select coalesce(max(idx), -1) + 1 into leaves from leaf;
    for grown in select level, min(idx) as first, max(idx) as last, count(*) as many from added group by level loop
        select coalesce(max(idx), -1) into before from node where level = grown.level and idx < grown.first;
        if grown.first <> before + 1 or grown.last - grown.first + 1 <> grown.many
            or (grown.last + 1) * (256::bigint ^ grown.level)::bigint > leaves then
            raise exception 'a node follows the last one of its level, over leaves that are there' using errcode = 'check_violation';
        end if;
    end loop;
    return null;
end $$;
create trigger nodes_follow after insert on node referencing new table as added
    for each statement execute function nodes_follow();

-- Who fills a tile adds its root in the same transaction.
create function full_tile_has_its_root() returns trigger language plpgsql as $$
begin
    if not exists (select from node n where n.level = 1 and n.idx = new.idx / 256) then
        raise exception 'tile % is full and has no root', new.idx / 256 using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger full_tile_has_its_root after insert on leaf
    deferrable initially deferred for each row when (new.idx % 256 = 255) execute function full_tile_has_its_root();

-- A checkpoint is over all leaves there are, and only grows.
create function checkpoint_grows() returns trigger language plpgsql as $$
begin
    if new.size <> (select coalesce(max(idx), -1) + 1 from leaf) or exists (select from checkpoint c where c.size >= new.size) then
        raise exception 'a checkpoint is over the whole tree and larger than the last' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger checkpoint_grows before insert on checkpoint for each row execute function checkpoint_grows();

create function key_follows() returns trigger language plpgsql as $$
begin
    if new.number <> (select coalesce(max(number), 0) + 1 from log_key)
        or new.since_size < (select coalesce(max(since_size), 0) from log_key)
        or new.entry_id is not null and not exists (select from entry e where e.id = new.entry_id and e.act = 'KEY') then
        raise exception 'a key follows the last one, by an entry of its own' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger key_follows before insert on log_key for each row execute function key_follows();

do $$
declare
    kept text;
begin
    foreach kept in array array['leaf', 'node', 'checkpoint', 'log_key', 'cosignature', 'split_view', 'self_check'] loop
        execute format('create trigger %1$s_append_only before update or delete on %1$I for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function refuse_change()', kept);
    end loop;
end $$;
create trigger unsequenced_no_truncate before truncate on unsequenced for each statement execute function refuse_change();

grant select, insert on leaf, node, checkpoint, log_key, cosignature, split_view, self_check to ${service};
grant select on unsequenced to ${service};
