-- Texts of the standards desk, of replies and of matches can be erased like those of a claim (V15, ADR 24).

-- Not the addresses where something was published or corrected: they are where readers find it.
create or replace function text_erasable(act text, facts jsonb, member text) returns boolean language sql immutable as $$
    select case
        when act = 'QUOTE' and member = 'exact' then not coalesce(jsonb_exists(facts, 'start'), false)
        when act = 'ATTACH' then member not in ('address', 'formula', 'inputs', 'figure')
        when act in ('PUBLISH', 'CORRECT') then member not in ('address', 'placedAt', 'headline')
        else member not in ('exact', 'words', 'headline', 'byline') end
$$;

-- Each table refuses as before, but for words that give way to the mark.
drop trigger waiver_withdrawn_once on waiver;
create trigger waiver_given_first before insert on waiver for each row execute function waiver_withdrawn_once();
create trigger waiver_withdrawn_once before update on waiver for each row
    when (new.withdrawn_at is distinct from old.withdrawn_at or not erases_only(to_jsonb(old), to_jsonb(new)))
    execute function waiver_withdrawn_once();
drop trigger waiver_four_eyes on waiver;
create constraint trigger waiver_four_eyes after insert on waiver
    deferrable initially deferred for each row execute function waiver_four_eyes();
create constraint trigger waiver_withdrawn_by_an_act after update on waiver
    deferrable initially deferred for each row when (new.withdrawn_at is distinct from old.withdrawn_at)
    execute function waiver_four_eyes();
drop trigger audit_blind_and_once on audit;
create trigger audit_begins before insert on audit for each row execute function audit_blind_and_once();
create trigger audit_blind_and_once before update on audit for each row
    when (new.version <> old.version or not erases_only(to_jsonb(old), to_jsonb(new))) execute function audit_blind_and_once();
drop trigger match_only_ended on claim_match;
create trigger match_only_ended before update on claim_match for each row
    when (new.ended_at is distinct from old.ended_at or not erases_only(to_jsonb(old), to_jsonb(new)))
    execute function match_only_ended();
drop trigger case_decided_once on correction_case;
create trigger case_opened_first before insert on correction_case for each row execute function case_decided_once();
create trigger case_decided_once before update on correction_case for each row
    when (new.decided_at is distinct from old.decided_at or not erases_only(to_jsonb(old), to_jsonb(new)))
    execute function case_decided_once();
drop trigger case_stands on correction_case;
create constraint trigger case_stands after insert on correction_case
    deferrable initially deferred for each row execute function case_stands();
create constraint trigger case_decided_by_an_act after update on correction_case
    deferrable initially deferred for each row when (new.decided_at is distinct from old.decided_at)
    execute function case_stands();
do $$
declare
    kept text;
begin
    foreach kept in array array['correction', 'reply_request', 'reply_answer'] loop
        execute format('drop trigger %1$s_append_only on %1$I', kept);
        execute format('create trigger %1$s_append_only before delete on %1$I for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_only_erased before update on %1$I for each row'
            || ' when (not erases_only(to_jsonb(old), to_jsonb(new))) execute function refuse_change()', kept);
    end loop;
end $$;

-- Takes the words out of the rows that an entry tells of: those that are on an article rather than a claim of it.
create function take_out_told(lost text, sign text, told bigint) returns void language plpgsql as $$
begin
    update waiver set reason = sign where entry_id = told and reason = lost;
    update waiver set withdraw_reason = sign where withdrawn_entry = told and withdraw_reason = lost;
    update audit set rationale = sign where audit_entry = told and rationale = lost;
    update audit set reason = sign where outcome_entry = told and reason = lost;
    update claim_match set end_reason = sign where ended_entry = told and end_reason = lost;
    update correction_case set reason = sign where decided_entry = told and reason = lost;
    update correction set text = sign where entry_id = told and text = lost;
    update reply_request set person = case person when lost then sign else person end,
           organisation = case organisation when lost then sign else organisation end,
           questions = case questions when lost then sign else questions end
     where entry_id = told and lost in (person, organisation, questions);
    update reply_answer set text = sign where entry_id = told and text = lost;
end $$;
revoke all on function take_out_told(text, text, bigint) from public;
create index waiver_of_entry on waiver (entry_id);
create index waiver_of_withdrawal on waiver (withdrawn_entry) where withdrawn_entry is not null;
create index audit_of_entry on audit (audit_entry) where audit_entry is not null;
create index audit_of_outcome on audit (outcome_entry) where outcome_entry is not null;
create index correction_case_of_entry on correction_case (decided_entry) where decided_entry is not null;
create index correction_of_entry on correction (entry_id);
create index reply_request_of_entry on reply_request (entry_id);
create index reply_answer_of_entry on reply_answer (entry_id);

create or replace function erase_text() returns trigger language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
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
    perform take_out_told(words, erased_mark(new.entry_id), new.erased_id);
    update disclosure set texts = texts - new.member where entry_id = new.erased_id;
    perform set_config('claimdesk.erasing', '', true);
    return null;
end $$;
