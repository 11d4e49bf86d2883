-- The ledger takes entries faster.

-- That a leaf is of an entry is held by leaves_follow, for all leaves of a step at once: each has to wait in unsequenced, where
-- only the entry's own insert puts it, and entries are never deleted. Asked of each leaf by itself it was a third of a step.
alter table leaf drop constraint leaf_entry_id_fkey;
comment on column leaf.entry_id is 'An entry: leaves_follow refuses any that did not wait for its index.';

-- As in V13, but for looking each entry up, also where it waits: planned for a step of thousands and kept for one of ten, the join of
-- what is added with entry went through the whole history four times a second; planned while nothing waits, that with what waits
-- would go through all of it for each leaf.
create or replace function leaves_follow() returns trigger language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
    set enable_seqscan = off as $$
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
    if exists (select from added a cross join lateral (select body from entry where id = a.entry_id offset 0) e
            where a.hash <> sha256('\x00'::bytea || convert_to(e.body, 'UTF8'))) then
        raise exception 'a leaf has the hash of its entry' using errcode = 'check_violation';
    end if;
    return null;
end $$;
