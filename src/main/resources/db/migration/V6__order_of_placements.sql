-- Which placement of a claim is its last one is told by its id, so ids follow the order of the acts on a claim, whichever
-- instance does them: no blocks of ids for each.
alter sequence placement_seq increment by 1;

-- Who verified a claim does not become an author of its article while the verdict stands.
create function author_verifies_nothing() returns trigger language plpgsql as $$
begin
    if exists (select from claim c where c.article_id = new.article_id and c.verified_by = new.person_id and c.dropped_at is null) then
        raise exception 'an author of article % has a verdict on its claims that stands', new.article_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger author_verifies_nothing before insert on article_author for each row execute function author_verifies_nothing();
