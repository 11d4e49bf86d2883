-- Each kind of card has an index of its own: what is rare among claims may be common among evidence, and would be gone through.
create index index_card_claims on index_card using gin (found_by) with (fastupdate = off) where kind = 'CLAIM';
create index index_card_evidence on index_card using gin (found_by) with (fastupdate = off) where kind = 'EVIDENCE';
create index index_card_articles on index_card using gin (found_by) with (fastupdate = off) where kind = 'ARTICLE';
drop index index_card_found_by;

-- The ids of cards, newest first. Common words find enough in the first spans, of 4096, 32768 and then 262144 ids, each one look into
-- the index. Where so few are met that no more than a few pages can be expected in all the rest, one look without a span ends the
-- search: rare words find what they find at once, however many cards there are. Spans of no time that is asked for are passed over.
-- Where nothing is asked it is null.
create or replace function cards(what text, asked tsquery, before bigint, since timestamptz, until timestamptz, without bigint[],
        most integer)
    returns setof bigint language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
    few    constant integer := 250;
    upto   bigint;
    start  bigint;
    width  bigint;
    looked bigint := 0;
    met    bigint := 0;
    rest   integer := most;
    span   tsquery;
    number bigint;
    found  bigint[];
begin
    select c.id + 1 into upto from index_card c where c.kind = what and c.id < before order by c.id desc limit 1;
    while upto > 0 and rest > 0 loop
        width := case when looked >= 32768 then 262144 when looked >= 4096 then 32768 else 4096 end;
        start := (upto - 1) / width * width;
        if asked is not null and looked >= 4096 and met * upto <= few * looked then
            start := 0;
            span := asked;
        elsif exists (select from index_card c where c.kind = what
                and c.id >> 12 = any (array(select generate_series(start >> 12, (upto - 1) >> 12))) and c.at >= since and c.at < until) then
            span := quote_literal(what || '/' || width || '/' || start / width);
        else
            upto := start;
            continue;
        end if;
        -- Materialized, so that it is the index that is asked and never all cards from the newest on. The span is a condition of
        -- its own: so the index leaps to it, and does not go through what there is outside.
        with met as materialized (
            select c.id, c.at from index_card c
             where what = 'CLAIM' and c.kind = 'CLAIM' and c.found_by @@ span and c.found_by @@ coalesce(asked, span)
            union all
            select c.id, c.at from index_card c
             where what = 'EVIDENCE' and c.kind = 'EVIDENCE' and c.found_by @@ span and c.found_by @@ coalesce(asked, span)
            union all
            select c.id, c.at from index_card c
             where what = 'ARTICLE' and c.kind = 'ARTICLE' and c.found_by @@ span and c.found_by @@ coalesce(asked, span))
        select count(*), (array_agg(m.id order by m.id desc)
                   filter (where m.at >= since and m.at < until and m.id <> all (without)))[:rest]
          into number, found from met m where m.id < upto;
        return query select unnest(found);
        rest := rest - coalesce(cardinality(found), 0);
        met := met + number;
        looked := looked + upto - start;
        upto := start;
    end loop;
end $$;
