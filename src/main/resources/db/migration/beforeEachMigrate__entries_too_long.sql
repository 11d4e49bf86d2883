-- V13 refuses a ledger with an entry that no bundle of entries can hold. Which one, only this can say: V13 has landed.
do $$
declare
    ledger regclass := to_regclass('"${flyway:defaultSchema}".entry');
    found  record;
begin
    if ledger is null or exists (select from pg_constraint where conrelid = ledger
            and conname = 'entry_is_no_longer_than_a_bundle_can_say') then
        return;
    end if;
    for found in execute format('select id, octet_length(body) as bytes from %s where octet_length(body) > 65535 order by id limit 1', ledger) loop
        raise exception 'entry % has % bytes, and an entry may have 65,535: see Upgrading in docs/operating.md', found.id, found.bytes
            using errcode = 'check_violation';
    end loop;
end $$;
