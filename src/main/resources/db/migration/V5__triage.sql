-- What speaks for checking a sentence, and of what type a claim is. A suggestion; a person decides.

alter table sentence
    add column score     real check (score between 0 and 1),
    add column reasons   text[],
    add column suggested text check (suggested in ('FIGURE', 'DATE', 'QUOTATION', 'NAME', 'EVENT', 'LEGAL', 'COMPARISON', 'CAUSAL')),
    add check ((score is null) = (reasons is null) and (score is null) = (suggested is null));
comment on column sentence.score is 'How much it is worth checking, from 0 to 1; from 0.5 on it is suggested. Null: filed before there were scores, until the service has started once.';
comment on column sentence.reasons is 'Why, in words.';

alter table claim add column type text check (type in ('FIGURE', 'DATE', 'QUOTATION', 'NAME', 'EVENT', 'LEGAL', 'COMPARISON', 'CAUSAL'));
comment on column claim.type is 'What it states; null where nobody has said it.';

-- A score is given once, to sentences that were there before it.
create or replace function sentence_has_its_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.carried_from is null and (new.disposition <> 'UNREVIEWED' or new.entry_id is not null) then
            raise exception 'a sentence begins UNREVIEWED' using errcode = 'check_violation';
        end if;
        if new.carried_from is not null and not exists (
                select from sentence s
                  join revision o on o.article_id = s.article_id and o.number = s.revision
                  join revision n on n.article_id = new.article_id and n.number = new.revision
                  join entry e on e.id = new.entry_id and e.article_id = new.article_id and e.act = 'FILE'
                 where s.id = new.carried_from and s.article_id = new.article_id and s.revision = new.revision - 1
                   and s.disposition = new.disposition
                   and substr(o.text, s.start_at + 1, s.end_at - s.start_at) = substr(n.text, new.start_at + 1, new.end_at - new.start_at)) then
            raise exception 'a sentence takes over what was said of the same words before' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if old.score is null and new.score is not null
        and (to_jsonb(new) - 'score' - 'reasons' - 'suggested' - 'version') = (to_jsonb(old) - 'score' - 'reasons' - 'suggested' - 'version') then
        return new;
    end if;
    if (to_jsonb(new) - 'disposition' - 'entry_id' - 'version') <> (to_jsonb(old) - 'disposition' - 'entry_id' - 'version') then
        raise exception 'a sentence is never moved' using errcode = 'restrict_violation';
    end if;
    if new.version <> old.version + 1 or new.entry_id is null or new.entry_id <= coalesce(old.entry_id, 0)
        or not exists (select from entry e where e.id = new.entry_id and e.article_id = new.article_id and e.act = 'ACCOUNT') then
        raise exception 'sentence % of article % is called something without an entry of its own', new.number, new.article_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

-- A claim keeps its type.
create function claim_keeps_its_type() returns trigger language plpgsql as $$
begin
    if new.type is distinct from old.type then
        raise exception 'claim % keeps its type', old.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger claim_keeps_its_type before update on claim for each row execute function claim_keeps_its_type();
