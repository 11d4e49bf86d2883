-- What each revision was made of: the bytes as they were brought in lie in the store by digest, and this says which.

create sequence original_seq increment by 1;
create table original (
    id          bigint primary key default nextval('original_seq'),
    article_id  bigint not null,
    revision    integer not null,
    format      text not null check (format in ('TEXT', 'MARKDOWN', 'HTML', 'DOCX')),
    digest      bytea not null check (length(digest) = 32),
    size        bigint not null check (size >= 1),
    media_type  text not null,
    charset     text,
    name        text check (name ~ '\S'),
    address     text check (address ~ '^https?://'),
    unique (article_id, revision),
    foreign key (article_id, revision) references revision (article_id, number) deferrable initially deferred,
    check (name is null or address is null)
);
comment on table original is 'Revisions filed before there was this table have none.';
comment on column original.format is 'How it was read.';
comment on column original.media_type is 'By content, not by what its bringer said.';
comment on column original.charset is 'The encoding of which the one who sent it spoke.';
comment on column original.name is 'Of the file, where it was one.';
comment on column original.address is 'Where it was fetched from, after all redirects.';

create trigger original_append_only before update or delete on original for each row execute function refuse_change();
create trigger original_no_truncate before truncate on original for each statement execute function refuse_change();

grant select, insert on original to ${service};
grant usage, select on sequence original_seq to ${service};
