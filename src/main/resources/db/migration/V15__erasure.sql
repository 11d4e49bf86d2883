-- Erasing: the words and the salt of a committed text go, and every copy of the words in the tables with them; the entry stays
-- and is proved as before. It is an act (ERASE) of the standards desk, and there is no other way (docs/ledger.md, ADR 24).

create table erasure (
    erased_id bigint not null references disclosure,
    member    text not null,
    entry_id  bigint not null references entry,
    primary key (erased_id, member)
);
comment on table erasure is 'Which texts of which entry were erased, and by which entry. A row erases when it is inserted.';
create index erasure_by_entry on erasure (entry_id);
create trigger erasure_append_only before update or delete on erasure for each row execute function refuse_change();
create trigger erasure_no_truncate before truncate on erasure for each statement execute function refuse_change();

alter table entry add constraint only_the_standards_desk_erases check (act <> 'ERASE' or role = 'STANDARDS');

-- A source is discredited once; texts about it may be erased more than once.
drop index entry_of_source;
create unique index entry_discredits_once on entry (source_id) where act = 'DISCREDIT';
create index entry_of_source on entry (source_id, id) where source_id is not null;
drop trigger entry_has_its_source on entry;
create constraint trigger entry_has_its_source after insert on entry
    deferrable initially deferred for each row when (new.source_id is not null and new.act <> 'ERASE')
    execute function entry_has_its_source();

-- What people wrote can be erased. Not the words of the article, and not what a piece of evidence is.
create function text_erasable(act text, facts jsonb, member text) returns boolean language sql immutable as $$
    select case
        when act = 'QUOTE' and member = 'exact' then not coalesce(jsonb_exists(facts, 'start'), false)
        when act = 'ATTACH' then member not in ('address', 'formula', 'inputs', 'figure')
        else member not in ('exact', 'words', 'headline', 'byline') end
$$;

-- What stands in place of words that were erased.
create function erased_mark(told bigint) returns text language sql stable as $$
    select 'Erased on ' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD') || ' for a legal reason (entry ' || e.id || ')' from entry e where e.id = told
$$;

create function spelt(value jsonb) returns text language sql immutable as $$
    select case jsonb_typeof(value) when 'array' then (select string_agg(one, E'\n\n') from jsonb_array_elements_text(value) one)
        else value #>> '{}' end
$$;

-- Whether a row changes in nothing but that words which are being erased give way to the mark. The setting only says which;
-- that they are is told by the erasure whose text is still there, which is so nowhere but within the insert of that erasure.
create function erases_only(was jsonb, becomes jsonb) returns boolean language plpgsql as $$
declare
    which text[] := string_to_array(nullif(current_setting('claimdesk.erasing', true), ''), ' ');
    words text;
    mark  text;
begin
    if which is null then
        return false;
    end if;
    select d.texts #>> array[x.member, 'text'], erased_mark(x.entry_id) into words, mark
      from erasure x join disclosure d on d.entry_id = x.erased_id where x.erased_id = which[1]::bigint and x.member = which[2];
    return words is not null and was <> becomes and not exists (
        select from jsonb_each(becomes) n join jsonb_each(was) o using (key)
         where n.value <> o.value
           and not coalesce(spelt(o.value) = words and spelt(n.value) in (mark, mark || ' · source ' || (becomes ->> 'id')), false)
           -- With the name of a person goes what else tells who it was.
           and not coalesce(was ->> 'interviewee' = words and becomes ->> 'interviewee' = mark
               and (key in ('function', 'organisation') and n.value = 'null' or key = 'file_name' and n.value = '"erased"'), false));
end $$;

-- Each table that keeps such words refuses as before, but for that. What comes before "or" spares the look at other changes.
drop trigger claim_follows_the_table on claim;
create trigger claim_begins before insert on claim for each row execute function claim_follows_the_table();
create trigger claim_follows_the_table before update on claim for each row
    when (new.version <> old.version or not erases_only(to_jsonb(old), to_jsonb(new))) execute function claim_follows_the_table();
drop trigger evidence_only_withdrawn on evidence;
create trigger evidence_only_withdrawn before update on evidence for each row
    when (new.withdrawn_at is distinct from old.withdrawn_at or not erases_only(to_jsonb(old), to_jsonb(new)))
    execute function evidence_only_withdrawn();
drop trigger dispute_moves_on on dispute;
create trigger dispute_moves_on before update on dispute for each row
    when (new.answered_at is distinct from old.answered_at or new.decided_at is distinct from old.decided_at
        or not erases_only(to_jsonb(old), to_jsonb(new))) execute function dispute_moves_on();
drop trigger verdict_four_eyes on verdict;
create trigger verdict_four_eyes before insert on verdict for each row execute function verdict_four_eyes();
create trigger verdict_ends_once before update on verdict for each row
    when (new.ended is distinct from old.ended or not erases_only(to_jsonb(old), to_jsonb(new))) execute function verdict_four_eyes();
drop trigger opening_answered_once on opening;
create trigger opening_asked_first before insert on opening for each row execute function opening_answered_once();
create trigger opening_answered_once before update on opening for each row
    when (new.answered_at is distinct from old.answered_at or not erases_only(to_jsonb(old), to_jsonb(new)))
    execute function opening_answered_once();
drop trigger source_only_discredited on source;
create trigger source_only_discredited before update on source for each row
    when (new.discredited_at is distinct from old.discredited_at or not erases_only(to_jsonb(old), to_jsonb(new)))
    execute function source_only_discredited();
drop trigger source_has_its_entry on source;
create constraint trigger source_has_its_entry after update on source deferrable initially deferred for each row
    when (new.discredited_at is distinct from old.discredited_at) execute function source_has_its_entry();
do $$
declare
    kept text;
begin
    foreach kept in array array['passage', 'acknowledgement'] loop
        execute format('drop trigger %1$s_append_only on %1$I', kept);
        execute format('create trigger %1$s_append_only before delete on %1$I for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_only_erased before update on %1$I for each row'
            || ' when (not erases_only(to_jsonb(old), to_jsonb(new))) execute function refuse_change()', kept);
    end loop;
end $$;

-- The disclosed texts: nothing is changed or taken away, but a text whose erasure is there.
create function disclosure_only_erased() returns trigger language plpgsql as $$
begin
    if new.entry_id <> old.entry_id or exists (
            select from jsonb_each(old.texts) o full join jsonb_each(new.texts) n using (key)
             where o.value is distinct from n.value
               and not (n.value is null and exists (select from erasure x where x.erased_id = old.entry_id and x.member = key))) then
        raise exception 'what an entry commits to is kept, but for what an act erases' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger disclosure_only_erased before update on disclosure for each row execute function disclosure_only_erased();
create trigger disclosure_no_delete before delete on disclosure for each row execute function refuse_change();
create trigger disclosure_no_truncate before truncate on disclosure for each statement execute function refuse_change();

-- Takes the words out of every row that has them: those of the claim, of the source, and answers kept for repeats.
create function take_out(lost text, sign text, of_claim bigint, of_sources bigint[]) returns void language plpgsql as $$
begin
    update claim set drop_reason = sign where id = of_claim and drop_reason = lost;
    update dispute set statement = case statement when lost then sign else statement end,
           answer = case answer when lost then sign else answer end
     where claim_id = of_claim and lost in (statement, answer);
    update verdict set rationale = case rationale when lost then sign else rationale end,
           waived = case waived when lost then sign else waived end,
           finding = case finding when lost then sign else finding end
     where claim_id = of_claim and lost in (rationale, waived, finding);
    update evidence set title = case title when lost then sign else title end,
           locator = case locator when lost then sign else locator end,
           note = case note when lost then sign else note end,
           described = case described when lost then sign else described end,
           citation = case citation when lost then sign else citation end,
           withdraw_reason = case withdraw_reason when lost then sign else withdraw_reason end,
           quotes = case array_to_string(quotes, E'\n\n') when lost then array[sign] else quotes end,
           interviewee = case interviewee when lost then sign else interviewee end,
           function = case interviewee when lost then null else function end,
           organisation = case interviewee when lost then null else organisation end,
           file_name = case when interviewee = lost and file_name is not null then 'erased' else file_name end
     where claim_id = of_claim
       and lost in (title, locator, note, described, citation, withdraw_reason, array_to_string(quotes, E'\n\n'), interviewee);
    update passage p set locator = case p.locator when lost then sign else p.locator end,
           exact = case when p.exact = lost and p.start_at is null then sign else p.exact end
      from evidence e where e.id = p.evidence_id and e.claim_id = of_claim
       and (p.locator = lost or p.exact = lost and p.start_at is null);
    update acknowledgement a set reason = sign
      from evidence e where e.id = a.evidence_id and e.claim_id = of_claim and a.reason = lost;
    update opening o set reason = case o.reason when lost then sign else o.reason end,
           refusal = case o.refusal when lost then sign else o.refusal end
      from evidence e where e.id = o.evidence_id and e.claim_id = of_claim and lost in (o.reason, o.refusal);
    update source set name = case when name = lost and not sealed then sign || ' · source ' || id else name end,
           discredit_reason = case discredit_reason when lost then sign else discredit_reason end
     where id = any (of_sources) and (name = lost and not sealed or discredit_reason = lost);
    -- A repeat still gets its status, and does nothing again; quotes stand there one by one.
    update once set body = null where body is not null and exists (
        select from unnest(array[lost] || string_to_array(lost, E'\n\n')) part
         where part ~ '\S' and position(substr(to_json(part)::text, 2, length(to_json(part)::text) - 2) in once.body) > 0);
end $$;
revoke all on function take_out(text, text, bigint, bigint[]) from public;

-- The insert of an erasure erases. It is part of the act that names the text, and done by nobody who wrote it.
create function erase_text() returns trigger language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    act   entry;
    told  entry;
    said  jsonb;
    words text;
begin
    select e.* into act from entry e where e.id = new.entry_id and e.act = 'ERASE' and e.xmin = pg_current_xact_id()::xid;
    select e.* into told from entry e where e.id = new.erased_id;
    said := told.body::jsonb;
    if act.id is null or (act.article_id, act.source_id) is distinct from (told.article_id, told.source_id)
        or not exists (select from jsonb_array_elements(act.body::jsonb #> '{facts,erased}') one join leaf l on l.entry_id = new.erased_id
            where one ->> 'entry' = new.erased_id::text and one ->> 'index' = l.idx::text and jsonb_exists(one -> 'texts', new.member)) then
        raise exception 'text % of entry % is erased by no act that names it', new.member, new.erased_id using errcode = 'integrity_constraint_violation';
    end if;
    if act.person_id = told.person_id then
        raise exception 'who wrote a text does not erase it' using errcode = 'check_violation';
    end if;
    select d.texts #>> array[new.member, 'text'] into words from disclosure d where d.entry_id = new.erased_id for update;
    if words is null or not text_erasable(told.act, said -> 'facts', new.member) then
        raise exception 'text % of entry % cannot be erased', new.member, new.erased_id using errcode = 'check_violation';
    end if;
    perform set_config('claimdesk.erasing', new.erased_id || ' ' || new.member, true);
    perform take_out(words, erased_mark(new.entry_id), coalesce(told.claim_id, (said #>> '{facts,claim}')::bigint),
        array[told.source_id, (said #>> '{facts,source}')::bigint, (said #>> '{facts,origin}')::bigint]);
    update disclosure set texts = texts - new.member where entry_id = new.erased_id;
    perform set_config('claimdesk.erasing', '', true);
    return null;
end $$;
create trigger erase_text after insert on erasure for each row execute function erase_text();

-- An entry that says that texts are erased has erased them, all of them, on grounds that the law knows.
create function erasure_is_done() returns trigger language plpgsql as $$
declare
    facts jsonb := new.body::jsonb -> 'facts';
begin
    if coalesce(facts ->> 'ground', '') not in ('COURT_ORDER', 'DATA_PROTECTION', 'SOURCE_SAFETY', 'DEFAMATION', 'COPYRIGHT', 'SECRECY')
        or not exists (select from erasure x where x.entry_id = new.id)
        or exists (select from jsonb_array_elements(facts -> 'erased') one, jsonb_array_elements_text(one -> 'texts') text
            where not exists (select from erasure x where x.entry_id = new.id and x.erased_id::text = one ->> 'entry' and x.member = text)) then
        raise exception 'entry % does not erase what it says', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger erasure_is_done after insert on entry
    deferrable initially deferred for each row when (new.act = 'ERASE') execute function erasure_is_done();

grant select, insert on erasure to ${service};
