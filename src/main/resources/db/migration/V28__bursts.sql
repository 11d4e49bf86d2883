-- The ledger takes many entries after few.

-- As in V26, but what waits is looked up by a list of ids. As a join it could be planned while one entry waits, kept, and hold each of
-- thousands against each: a step of 4096 then took 14 seconds in place of 30 milliseconds, until statistics were taken anew.
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
    delete from unsequenced where entry_id = any (array(select entry_id from added));
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
