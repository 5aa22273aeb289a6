-- Why a carrier would not take a bundle at the last attempt: a stable code, never a sentence; empty when it was never
-- refused or went after all.
ALTER TABLE outgoing ADD COLUMN refusal TEXT NOT NULL DEFAULT '';
