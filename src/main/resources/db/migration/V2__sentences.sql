-- Every sentence of a revision, and what a person has said of it. One that touches a standing claim needs no word.

create sequence sentence_seq increment by 50;
create table sentence (
    id          bigint primary key default nextval('sentence_seq'),
    version     integer not null,
    article_id  bigint not null,
    revision    integer not null,
    number      integer not null check (number >= 1),
    start_at    integer not null check (start_at >= 0),
    end_at      integer not null,
    disposition text not null check (disposition in ('UNREVIEWED', 'OPINION', 'NO_FACT')),
    entry_id    bigint references entry,
    unique (article_id, revision, number),
    foreign key (article_id, revision) references revision (article_id, number) deferrable initially deferred,
    check (end_at > start_at),
    check (disposition = 'UNREVIEWED' or entry_id is not null)
);
comment on column sentence.disposition is 'What a person has called it; CLAIM is not written here: a sentence is one where a standing claim touches it.';
comment on column sentence.entry_id is 'The entry of the act that called it so.';

create function sentence_has_its_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.disposition <> 'UNREVIEWED' or new.entry_id is not null then
            raise exception 'a sentence begins UNREVIEWED' using errcode = 'check_violation';
        end if;
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
create trigger sentence_has_its_entry before insert or update on sentence for each row execute function sentence_has_its_entry();
create trigger sentence_no_delete before delete on sentence for each row execute function refuse_change();
create trigger sentence_no_truncate before truncate on sentence for each statement execute function refuse_change();

grant select, insert, update on sentence to ${service};
grant usage, select on sequence sentence_seq to ${service};
