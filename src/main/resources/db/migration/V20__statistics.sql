-- What the statistics of a period ask: the changes of claims, disputes, evidence and articles by time.

-- Only acts after which a claim counts elsewhere, so that it stays small beside the entries.
create index entry_changed on entry (at) include (claim_id, claim_version, act, from_state, to_state, person_id)
    where claim_id is not null and (from_state is distinct from to_state or act in ('DROP', 'RESTORE'));
create index dispute_by_time on dispute (opened_at);
create index evidence_by_time on evidence (attached_at);
create index article_by_filing on article (filed_at);
