-- A page of a claim's evidence has what stands first, in the order it was attached, however much there is.
create index evidence_on_page on evidence (claim_id, (withdrawn_at is not null), id);
