-- Calculations as evidence: what goes in, how, and what comes out.

alter table evidence add column calculation jsonb;
comment on column evidence.calculation is 'Formula, inputs, what the claim says of the figure, and what the service worked out when it was attached.';
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (kind in ('LINK', 'FILE', 'INTERVIEW', 'REFERENCE', 'CALCULATION'));
alter table evidence add check ((kind = 'CALCULATION') = (calculation is not null));
alter table evidence add check (calculation is null or (calculation ? 'formula' and calculation ? 'inputs' and calculation ? 'relation'
    and jsonb_typeof(calculation -> 'figure') = 'number' and jsonb_typeof(calculation -> 'result') = 'number'));
