-- What is overdue is asked on every editor's desk. Most claims are verified, so that an index of the others stays small.
create index claim_open on claim (deadline, id) where state <> 'VERIFIED' and dropped_at is null;
-- The self-check looks up anew what was erased before it calls a text missing.
create index entry_erases on entry (id) where act = 'ERASE';
